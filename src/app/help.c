// SPDX-License-Identifier: MIT
// --help and --version, see help.h.
#include "app/help.h"

#include <stdio.h>
#include <string.h>

#include "config.h"

static const struct flag common_flags[] = {
    {"pack", "DIR", "use the pack in this folder (else TANU_PACK, else the one that came along)"},
    {"lang", "LL", "language: en, kk, ru"},
    {"as-of", "YYYY-MM-DD", "the law as it stands on that day (else today)"},
    {"help", NULL, "show this and leave"},
    {"version", NULL, "show the version and leave"},
    {NULL, NULL, NULL},
};

static void print_flags(const struct flag *flags)
{
    for (; flags && flags->name; flags++) {
        char left[64];
        snprintf(left, sizeof left, "--%s%s%s", flags->name, flags->argument ? "=" : "",
                 flags->argument ? flags->argument : "");
        printf("  %-22s %s\n", left, flags->help);
    }
}

static void print_commands(void)
{
    for (int i = 0; commands[i]; i++) {
        char left[64];
        snprintf(left, sizeof left, "tanu %s %s", commands[i]->name, commands[i]->operands);
        printf("  %-22s %s\n", left, commands[i]->summary);
    }
}

int help_print(const struct command *command)
{
    bool wizard = !*command->name;
    printf("Usage: tanu %s%s[OPTION]... %s\n%s\n\n", command->name, wizard ? "" : " ",
           command->operands, command->summary);
    if (wizard) {
        puts("Commands:");
        print_commands();
        puts("");
    }
    puts("Options:");
    print_flags(command->flags);
    print_flags(common_flags);
    if (wizard)
        puts("\nNothing that you answer is written to disk. The manual is tanu(1).");
    return output_written();
}

int version_print(void)
{
    puts(PACKAGE_STRING);
    puts("Code under the MIT licence, content under CC BY 4.0. There is no warranty.");
    return output_written();
}
