// SPDX-License-Identifier: MIT
// `tanu pack prepare FILE`: a checked pack as the program reads it fastest (pack/read/prepared.h).
// `tanu pack install FILE`: new content, signed, with or without a network. The work is done in
// install.c.
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "app/command.h"
#include "app/install.h"
#include "app/places.h"
#include "base/text.h"
#include "check/check.h"
#include "pack/read/load.h"
#include "tongue/i18n.h"

static const struct flag flags[] = {
    {"keys", "DIR", N_("the trusted public keys, instead of those of the system")},
    {"into", "DIR", N_("the folder of installed packs, instead of that of the system")},
    {NULL, NULL, NULL},
};

// `tanu check` of what was unpacked, without warnings.
static int check_unpacked(const char *dir, date today, struct text *why)
{
    struct diags diags;
    struct check_report report;
    diags_init(&diags);
    check_report_init(&report);
    const struct pack *pack = pack_load(dir, LOAD_CASES, &diags);
    diags_sort(&diags);
    check_add_diags(&report, &diags);
    if (pack)
        check_pack(&report, pack, today, NULL, NULL);
    bool good = pack && !report.count[CHECK_ERROR];
    if (!good) {
        check_keep_errors(&report);
        text_printf(why, "%s\n", _("the pack does not pass its check:"));
        check_render_text(why, &report, false);
    }
    pack_free(pack);
    check_report_release(&report);
    diags_release(&diags);
    return good ? 0 : EXIT_DATA;
}

// So that the next start need not read all its files. Where that fails it only takes longer.
static void prepare_installed(const struct install_places *places, const char *id)
{
    struct text dir = TEXT_INIT, file = TEXT_INIT;
    struct diags diags;
    diags_init(&diags);
    text_printf(&dir, "%s/%s/current", places->packs, id);
    text_printf(&file, "%s.pack", text_str(&dir));
    (void)pack_prepare(text_str(&dir), text_str(&file), true, &diags);
    diags_release(&diags);
    text_release(&dir);
    text_release(&file);
}

static int install(struct call *call)
{
    struct install_places places = install_places;
    struct install_claim claim;
    struct text why = TEXT_INIT;
    struct i18n i18n;
    if (call->n_operands != 2 || strcmp(call->operands[0], "install") != 0) {
        call_complain("write: tanu pack install FILE, or tanu pack prepare FILE");
        return EXIT_USAGE;
    }
    call_language(&i18n, call->language);
    places.keys = call_flag(call, "keys") ? call_flag(call, "keys") : places.keys;
    places.packs = call_flag(call, "into") ? call_flag(call, "into") : places.packs;
    int status =
        install_pack(&places, call->operands[1], call->as_of, check_unpacked, &claim, &why);
    if (status) {
        call_complain("%s", text_str(&why));
    } else {
        prepare_installed(&places, claim.id);
        text_printf(&why, _("Installed: %s %s. It is used from the next start or visit on."),
                    claim.id, claim.version);
        text_char(&why, '\n');
        status = call_print_words(&i18n, &why);
    }
    text_release(&why);
    return status;
}

// For whoever builds or packages: the file belongs beside the program (places_prepared()).
static int prepare(const struct call *call, const char *file)
{
    struct text dirs[PLACES_MOST_PACKS];
    struct diags diags;
    int n = places_packs(dirs, call->pack), status = EXIT_GOOD;
    diags_init(&diags);
    bool here = !getenv("SOURCE_DATE_EPOCH"); // set: a package is built
    if (pack_prepare(text_str(&dirs[0]), file, here, &diags) != 0) {
        int fault = errno;
        status = diags.errors + diags.warnings ? EXIT_DATA : EXIT_IO;
        if (status == EXIT_DATA)
            call_complain("%s: a pack with errors or warnings is not prepared; see 'tanu check'.",
                          text_str(&dirs[0]));
        else
            call_complain("%s: %s", file, strerror(fault));
    }
    diags_release(&diags);
    for (int i = 0; i < n; i++)
        text_release(&dirs[i]);
    return status;
}

static int run(struct call *call)
{
    if (call->n_operands == 2 && !strcmp(call->operands[0], "prepare"))
        return prepare(call, call->operands[1]);
    return install(call);
}

const struct command command_pack = {
    .name = "pack",
    .operands = "install|prepare FILE",
    .summary = N_("Installs a signed pack, or prepares one for a quick start."),
    .flags = flags,
    .most_operands = 2,
    .run = run,
};
