# SPDX-License-Identifier: MIT
# Unit tests of src/front; how to add one: see local.mk here.
unit_programs += \
	tests/unit/test-install \
	tests/unit/test-keys
tests_unit_test_keys_SOURCES = tests/unit/test-keys.c
tests_unit_test_keys_LDADD = $(FRONT_LIBS) $(CMOCKA_LIBS)

unit_programs += \
	tests/unit/test-looks
tests_unit_test_looks_SOURCES = tests/unit/test-looks.c
tests_unit_test_looks_LDADD = $(FRONT_LIBS) $(CMOCKA_LIBS) -lm

# Of the program itself.
unit_programs += tests/unit/test-print-helper
tests_unit_test_print_helper_SOURCES = tests/unit/test-print-helper.c src/app/print.c src/app/print_helper.c
# Interrupts what the program asks of the system.
tests_unit_test_print_helper_LDFLAGS = $(AM_LDFLAGS) -Wl,--wrap=poll,--wrap=send,--wrap=recv,--wrap=read,--wrap=waitpid
tests_unit_test_print_helper_LDADD = $(FRONT_LIBS) $(CMOCKA_LIBS)
tests_unit_test_install_SOURCES = tests/unit/test-install.c src/app/install.c
tests_unit_test_install_CPPFLAGS = $(AM_CPPFLAGS) $(PLACES)
tests_unit_test_install_LDADD = $(TONGUE_LIBS) $(CMOCKA_LIBS)
unit_programs += tests/unit/test-tries
tests_unit_test_tries_SOURCES = tests/unit/test-tries.c src/app/tries.c
tests_unit_test_tries_LDADD = $(TONGUE_LIBS) $(CMOCKA_LIBS)
unit_programs += tests/unit/test-batch-input
tests_unit_test_batch_input_SOURCES = tests/unit/test-batch-input.c
tests_unit_test_batch_input_LDADD = $(FRONT_LIBS) $(CMOCKA_LIBS)
unit_programs += tests/unit/test-batch-order
tests_unit_test_batch_order_SOURCES = tests/unit/test-batch-order.c
tests_unit_test_batch_order_LDADD = $(FRONT_LIBS) $(CMOCKA_LIBS)
unit_programs += tests/unit/test-careful
tests_unit_test_careful_SOURCES = tests/unit/test-careful.c
tests_unit_test_careful_LDADD = $(FRONT_LIBS) $(CMOCKA_LIBS)
unit_programs += tests/unit/test-line-input
tests_unit_test_line_input_SOURCES = tests/unit/test-line-input.c
tests_unit_test_line_input_LDFLAGS = $(AM_LDFLAGS) -Wl,--wrap=poll
tests_unit_test_line_input_LDADD = $(FRONT_LIBS) $(CMOCKA_LIBS)
unit_programs += tests/unit/test-batch-sum
tests_unit_test_batch_sum_SOURCES = tests/unit/test-batch-sum.c
tests_unit_test_batch_sum_LDADD = $(FRONT_LIBS) $(CMOCKA_LIBS)
unit_programs += tests/unit/test-policy-file
tests_unit_test_policy_file_SOURCES = tests/unit/test-policy-file.c src/app/policy.c src/app/own_file.c src/app/print.c
tests_unit_test_policy_file_CPPFLAGS = $(AM_CPPFLAGS) $(PLACES)
tests_unit_test_policy_file_LDADD = $(FRONT_LIBS) $(CMOCKA_LIBS)
unit_programs += tests/unit/test-tty
tests_unit_test_tty_SOURCES = tests/unit/test-tty.c
tests_unit_test_tty_LDFLAGS = $(AM_LDFLAGS) -Wl,--wrap=poll
tests_unit_test_tty_LDADD = $(FRONT_LIBS) $(CMOCKA_LIBS)
unit_programs += tests/unit/test-places
tests_unit_test_places_SOURCES = tests/unit/test-places.c src/app/places.c src/app/install.c
tests_unit_test_places_CPPFLAGS = $(AM_CPPFLAGS) $(PLACES)
tests_unit_test_places_LDADD = $(TONGUE_LIBS) $(CMOCKA_LIBS)
