# SPDX-License-Identifier: MIT
# Writes that are interrupted at every call; a sanitizer wants to be the first library.
if !SANITIZERS
check_PROGRAMS += tests/faults/faults.so
endif
tests_faults_faults_so_SOURCES = tests/faults/faults.c
tests_faults_faults_so_CFLAGS = -std=c11 -D_GNU_SOURCE -O1 -fPIC
tests_faults_faults_so_LDFLAGS = -shared
check_PROGRAMS += tests/faults/seal-desk
tests_faults_seal_desk_SOURCES = tests/faults/seal-desk.c
tests_faults_seal_desk_LDADD = $(CASE_LIBS)
