#!/bin/sh
# SPDX-License-Identifier: MIT
# The manual pages are clean mdoc. Skipped where mandoc is not installed.
command -v mandoc >/dev/null || exit 77
cd "$TANU_SRC" || exit 1
mandoc -T lint -W warning doc/*.[1-8]
