# SPDX-License-Identifier: MIT
# Translations. Program strings: locale/LL.po, domain tanu. Content strings:
# questions/PACK/po/LL/*.po, domain tanu-PACK. A new language: one line in LINGUAS.

# Runs every time and does nothing when no .po is newer (see the script).
all-local: catalogues
catalogues:
	@MSGFMT='$(MSGFMT)' MSGCAT='$(MSGCAT)' \
		$(SHELL) $(srcdir)/scripts/catalogues.sh $(srcdir) .
.PHONY: catalogues

# Collects the program's strings and merges them into each locale/LL.po. Writes into the
# source tree: run on purpose.
update-po:
	find $(srcdir)/src -name '*.c' -printf 'src/%P\n' | LC_ALL=C sort | \
		$(XGETTEXT) --files-from=- --directory=$(srcdir) \
		--language=C --from-code=UTF-8 --add-comments=TRANSLATORS: --sort-by-file --add-location=file \
		--keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 \
		--keyword=ngettext:1,2 --keyword=P_:1,2 --keyword=call_complain:1 \
		--package-name=$(PACKAGE) --output=- \
		| sed 's/charset=CHARSET/charset=UTF-8/' > $(abs_builddir)/tanu.pot
	for lang in `sed 's/#.*//' $(srcdir)/locale/LINGUAS`; do \
		po=$(srcdir)/locale/$$lang.po; \
		if test -f $$po; then $(MSGMERGE) --update --backup=none --previous --add-location=file $$po tanu.pot; \
		else msginit --no-translator --locale=$$lang --input=tanu.pot --output-file=$$po; fi \
		|| exit 1; \
	done
.PHONY: update-po
CLEANFILES += tanu.pot

clean-local:
	for lang in `sed 's/#.*//' $(srcdir)/locale/LINGUAS`; do rm -rf locale/$$lang; done
DISTCLEANFILES = locale/Makefile locale/Makefile.in locale/POTFILES
