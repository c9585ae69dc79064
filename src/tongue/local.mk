# SPDX-License-Identifier: MIT
# Floor src/tongue. May include: base, pack, engine, gettext, iso-codes.
noinst_LIBRARIES += src/tongue/libtongue.a
src_tongue_libtongue_a_SOURCES = \
	src/tongue/charset.c \
	src/tongue/country.c \
	src/tongue/country_former.c \
	src/tongue/country_names.c \
	src/tongue/i18n.c \
	src/tongue/languages.c \
	src/tongue/mo.c \
	src/tongue/say.c
nodist_src_tongue_libtongue_a_SOURCES = src/tongue/country-table.c
src_tongue_libtongue_a_CPPFLAGS = $(AM_CPPFLAGS) $(PLACES)

# English country names and variants for searching, from iso-codes.
country_table_inputs = \
	$(srcdir)/src/tongue/country-table.awk \
	$(srcdir)/src/tongue/country-variants.txt \
	$(ISOCODES_JSONDIR)/iso_3166-1.json
src/tongue/country-table.c: $(country_table_inputs)
	@$(MKDIR_P) src/tongue
	$(AM_V_GEN)LC_ALL=C $(AWK) -f $(country_table_inputs) > $@.tmp && mv $@.tmp $@
CLEANFILES += src/tongue/country-table.c
