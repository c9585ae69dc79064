# Unit tests of src/pack; how to add one: see local.mk here.
unit_programs +=
