# SPDX-License-Identifier: MIT
# What is not part of `make check`: see run.sh here, tests/soak and tests/mutants.sh.
in_place = TANU_SRC='$(abs_top_srcdir)' TANU_BUILD='$(abs_top_builddir)'

check-world: all-am
	$(in_place) $(SHELL) $(srcdir)/tests/world/run.sh $(WORLD)
.PHONY: check-world

# GNU parallel over ssh, and Slurm.
cluster: all-am
	$(in_place) $(SHELL) $(srcdir)/tests/world/run.sh cluster
.PHONY: cluster

# Long loops, one script each, with what they are made of.
soak: all-am
	@$(MAKE) -s check-am TESTS=
	@for script in $(srcdir)/tests/soak/*.sh; do \
	  echo "$$script"; $(in_place) $(SHELL) $$script || exit 1; \
	done
.PHONY: soak

mutants: all-am
	$(in_place) $(SHELL) $(srcdir)/tests/mutants.sh $(MUTANTS)
.PHONY: mutants
