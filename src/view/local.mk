# SPDX-License-Identifier: MIT
# Floor src/view. May include: base, pack, engine, gettext, iso-codes.
# A new source file: add its .c below (headers need no entry), create the file first.
# A unit test:       add it in tests/unit/local.mk.
noinst_LIBRARIES += src/view/libview.a
src_view_libview_a_SOURCES = \
	src/view/action.c \
	src/view/charset.c \
	src/view/compare.c \
	src/view/conventions.c \
	src/view/facts.c \
	src/view/fields.c \
	src/view/i18n.c \
	src/view/mo.c \
	src/view/outcome.c \
	src/view/page.c \
	src/view/pages.c \
	src/view/papers.c \
	src/view/question.c \
	src/view/result.c \
	src/view/say.c \
	src/view/search.c \
	src/view/wizard.c \
	src/view/wizard_answer.c \
	src/view/wizard_pick.c \
	src/view/words.c
nodist_src_view_libview_a_SOURCES = src/view/country-table.c
src_view_libview_a_CPPFLAGS = $(AM_CPPFLAGS) $(PLACES)

# English country names and variants for searching, from iso-codes.
country_table_inputs = \
	$(srcdir)/src/view/country-table.awk \
	$(srcdir)/src/view/country-variants.txt \
	$(ISOCODES_JSONDIR)/iso_3166-1.json
src/view/country-table.c: $(country_table_inputs)
	@$(MKDIR_P) src/view
	$(AM_V_GEN)LC_ALL=C $(AWK) -f $(country_table_inputs) > $@.tmp && mv $@.tmp $@
CLEANFILES += src/view/country-table.c
