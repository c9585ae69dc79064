# Unit tests of src/check; how to add one: see local.mk here.
unit_programs +=
