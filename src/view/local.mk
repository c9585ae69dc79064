# SPDX-License-Identifier: MIT
# Floor src/view. May include: everything up to tongue.
noinst_LIBRARIES += src/view/libview.a
src_view_libview_a_SOURCES = \
	src/view/changed.c \
	src/view/compare.c \
	src/view/compare_lines.c \
	src/view/conditions.c \
	src/view/conventions.c \
	src/view/desk.c \
	src/view/diplomas.c \
	src/view/early.c \
	src/view/explain.c \
	src/view/facts.c \
	src/view/fields.c \
	src/view/make.c \
	src/view/moved.c \
	src/view/near.c \
	src/view/form.c \
	src/view/form_read.c \
	src/view/first.c \
	src/view/letter.c \
	src/view/letterhead.c \
	src/view/licence.c \
	src/view/notice.c \
	src/view/lists.c \
	src/view/outcome.c \
	src/view/page.c \
	src/view/pages.c \
	src/view/interest.c \
	src/view/papers.c \
	src/view/pick.c \
	src/view/plan.c \
	src/view/question.c \
	src/view/reasons.c \
	src/view/result.c \
	src/view/room.c \
	src/view/search.c \
	src/view/sources.c \
	src/view/ticks.c \
	src/view/summary.c \
	src/view/take.c \
	src/view/search_choices.c \
	src/view/timeline.c \
	src/view/welcome.c \
	src/view/why.c \
	src/view/words.c
