# Unit tests of src/view; how to add one: see local.mk here.
unit_programs +=
