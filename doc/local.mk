# SPDX-License-Identifier: MIT
# Manual pages, written in mdoc. Add one: dist_man_MANS += doc/NAME.SECTION
dist_man_MANS += doc/tanu.1 doc/tanu-case.5 doc/tanu-pack.5 doc/tanu-check.7 doc/tanu-kiosk.8
