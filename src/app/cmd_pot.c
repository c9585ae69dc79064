// SPDX-License-Identifier: MIT
// `tanu pot`: the texts of a pack as a template for translators.
#include "app/command.h"
#include "tongue/i18n.h"
#include "base/text.h"
#include "author/phrases.h"
#include "pack/read/load.h"

static int run(struct call *call)
{
    const struct pack *pack = NULL;
    const char *file = call->n_operands ? call->operands[0] : NULL;
    struct text out = TEXT_INIT;
    int status = call_open(call, 0, &pack);
    if (status)
        return status;
    size_t count = pot_write(&out, pack, file);
    if (file && !count) {
        call_complain("the pack has no file '%s' with texts; write it as in countries/KZ.yaml.",
                      file);
        status = EXIT_NO_INPUT;
    } else {
        status = call_print_words(NULL, &out);
    }
    text_release(&out);
    pack_free(pack);
    return status;
}

const struct command command_pot = {
    .name = "pot",
    .operands = "[FILE]",
    .summary =
        N_("Writes the texts of a pack, or of one file of it, as a template for translators."),
    .most_operands = 1,
    .run = run,
};
