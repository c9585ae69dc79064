# Unit tests of src/out; how to add one: see local.mk here.
unit_programs +=
