// SPDX-License-Identifier: MIT
// `tanu book`: the whole pack as one printable document.
#include "app/command.h"
#include "tongue/i18n.h"
#include "base/text.h"
#include "author/graph.h"
#include "pack/read/load.h"

static int run(struct call *call)
{
    const struct pack *pack = NULL;
    struct text out = TEXT_INIT;
    int status = call_open(call, LOAD_CASES, &pack);
    if (status)
        return status;
    book_write(&out, pack, call->as_of);
    status = call_print_words(NULL, &out);
    text_release(&out);
    pack_free(pack);
    return status;
}

const struct command command_book = {
    .name = "book",
    .operands = "",
    .summary =
        N_("Writes the whole pack as one printable HTML document, for those who sign it off."),
    .run = run,
};
