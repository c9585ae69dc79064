// SPDX-License-Identifier: MIT
// The program's entry. For now only --version and --help.
#include <stdio.h>
#include <string.h>
#include "config.h"

int main(int argc, char **argv)
{
    if (argc == 2 && !strcmp(argv[1], "--version"))
        puts(PACKAGE_STRING);
    else if (argc == 2 && !strcmp(argv[1], "--help"))
        puts("Usage: tanu [--version] [--help]");
    else {
        fputs("tanu: try 'tanu --help'\n", stderr);
        return 64;
    }
    return 0;
}
