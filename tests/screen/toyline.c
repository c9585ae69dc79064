/* SPDX-License-Identifier: MIT
 * toyline: a tiny question-and-answer program on plain pipes, only there to test the screen-test
 * harness.
 */
#include <stdio.h>
#include <string.h>

int main(int argc, char **argv)
{
    char line[100];
    int lines = 0;
    printf("%d arguments%s%s\n", argc - 1, argc > 1 ? ", the first is " : "",
           argc > 1 ? argv[1] : "");
    for (;;) {
        fputs("Your answer: ", stdout);
        fflush(stdout);
        if (!fgets(line, sizeof line, stdin))
            break;
        lines++;
        line[strcspn(line, "\n")] = '\0';
        if (strcmp(line, "bad") == 0)
            fputs("toyline: that is a bad answer\n", stderr);
        else
            printf("You said \"%s\".\n", line);
    }
    printf("\n%d lines.\n", lines);
    return lines == 0;
}
