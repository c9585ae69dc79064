// SPDX-License-Identifier: MIT
// `tanu graph`: the flow and the rules as DOT, or as SVG through graphviz.
#include <errno.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/command.h"
#include "tongue/i18n.h"
#include "base/io.h"
#include "base/text.h"
#include "author/graph.h"
#include "pack/read/load.h"

static const struct flag flags[] = {
    {"svg", NULL, N_("write SVG instead (needs the program dot of graphviz)")},
    {"to", "XX", N_("with the rules of this destination too")},
    {NULL, NULL, NULL},
};

// dot reads a temporary file that has no name any more, so nothing can block and nothing is left.
static int run_dot(const struct text *dot)
{
    char *argv[] = {(char[]){"dot"}, (char[]){"-Tsvg"}, NULL};
    posix_spawn_file_actions_t actions;
    pid_t child;
    int result = EXIT_IO, wait_status = 0;
    FILE *file = tmpfile();
    if (!file || write_all(fileno(file), text_str(dot), dot->len) ||
        lseek(fileno(file), 0, SEEK_SET) != 0) {
        call_complain("cannot write a temporary file: %s.", strerror(errno));
        if (file)
            fclose(file);
        return result;
    }
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, fileno(file), STDIN_FILENO);
    int failed = posix_spawnp(&child, "dot", &actions, NULL, argv, environ);
    if (failed) {
        call_complain("cannot run 'dot': %s. Install graphviz, or leave out --svg.",
                      strerror(failed));
        result = EXIT_SYSTEM;
    } else {
        while (waitpid(child, &wait_status, 0) < 0 && errno == EINTR)
            ;
        bool good = WIFEXITED(wait_status) && WEXITSTATUS(wait_status) == 0;
        result = good ? EXIT_GOOD : EXIT_SYSTEM;
        if (!good)
            call_complain("'dot' could not draw the graph.");
    }
    posix_spawn_file_actions_destroy(&actions);
    fclose(file);
    return result;
}

static int find_destination(const struct call *call, const struct pack *pack, int32_t *destination)
{
    char code[40] = "";
    *destination = NONE;
    if (!call_flag(call, "to"))
        return 0;
    snprintf(code, sizeof code, "%s", call_flag(call, "to") + strspn(call_flag(call, "to"), " "));
    for (size_t len = strlen(code); len && code[len - 1] == ' ';)
        code[--len] = '\0';
    int32_t country = call_country(pack, code);
    if (country == NONE)
        return EXIT_USAGE;
    *destination = pack->destination_of[country];
    if (*destination != NONE)
        return 0;
    call_complain("the pack has no file for the destination '%s'.", code);
    return EXIT_USAGE;
}

static int run(struct call *call)
{
    const struct pack *pack = NULL;
    int32_t destination;
    struct text out = TEXT_INIT;
    int status = call_open(call, 0, &pack);
    if (status)
        return status;
    status = find_destination(call, pack, &destination);
    if (!status) {
        graph_write(&out, pack, destination);
        if (call_has(call, "svg"))
            status = run_dot(&out);
        else
            status = call_print_words(NULL, &out);
    }
    text_release(&out);
    pack_free(pack);
    return status;
}

const struct command command_graph = {
    .name = "graph",
    .operands = "",
    .summary = N_("Draws the questions and the rules of a pack as a graph in DOT."),
    .flags = flags,
    .run = run,
};
