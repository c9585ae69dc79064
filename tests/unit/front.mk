# Unit tests of src/front; how to add one: see local.mk here.
unit_programs +=
