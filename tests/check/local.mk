# Tests of `tanu check`, `graph`, `book`, `pot` and of the guide for authors.
TESTS += \
	tests/check/faults.sh
