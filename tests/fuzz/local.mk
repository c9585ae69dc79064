# Fuzz targets: each file defines LLVMFuzzerTestOneInput(). Configured with --enable-fuzzing
# and CC=clang they are libFuzzer programs (add $(fuzz_ldflags)); otherwise they link a small
# main that replays the files of a corpus folder.
if FUZZING
fuzz_ldflags = -fsanitize=fuzzer
endif
