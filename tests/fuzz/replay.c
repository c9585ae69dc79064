// SPDX-License-Identifier: MIT
// Stands in for libFuzzer's main: gives each file named on the command line to the target once.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int main(int argc, char **argv)
{
    enum { MOST = 4 << 20 };
    for (int i = 1; i < argc; i++) {
        FILE *file = fopen(argv[i], "rb");
        if (!file) {
            perror(argv[i]);
            return 1;
        }
        uint8_t *all = malloc(MOST);
        size_t size = all ? fread(all, 1, MOST, file) : 0;
        fclose(file);
        // An exact block, so that reading behind the end is seen.
        uint8_t *data = malloc(size ? size : 1);
        for (size_t k = 0; data && k < size; k++)
            data[k] = all[k];
        free(all);
        if (data)
            LLVMFuzzerTestOneInput(data, size);
        free(data);
    }
    return 0;
}
