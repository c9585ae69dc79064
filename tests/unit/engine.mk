# Unit tests of src/engine; how to add one: see local.mk here.
unit_programs +=
