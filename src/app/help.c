// SPDX-License-Identifier: MIT
// --help and --version, see help.h.
#include "app/help.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"
#include "config.h"
#include "front/out.h"
#include "tongue/i18n.h"

static const struct flag common_flags[] = {
    {"pack", "DIR",
     N_("use the pack in this folder (else TANU_PACK, else the one that came along)")},
    {"lang", "LL", N_("the language, by its code")},
    {"as-of", "YYYY-MM-DD", N_("the law as it stands on that day (else today)")},
    {"assume", "'INSTRUMENT COUNTRY KEY=VALUE'",
     N_("judge as if: deposit=DATE, in_force=DATE, reservation=MATTER, withdrawn=MATTER")},
    {"help", NULL, N_("show this and leave")},
    {"version", NULL, N_("show the version and leave")},
    {NULL, NULL, NULL},
};

static void add_flags(struct text *out, const struct flag *flags)
{
    for (; flags && flags->name; flags++) {
        char left[64];
        const char *argument = flags->argument ? flags->argument : "";
        snprintf(left, sizeof left, "--%s%s%s", flags->name,
                 *argument == '[' ? " "
                 : *argument      ? "="
                                  : "",
                 argument);
        text_printf(out, "  %-22s %s\n", left, _(flags->help));
    }
}

static void add_commands(struct text *out)
{
    for (int i = 0; command_table[i]; i++) {
        char left[64];
        snprintf(left, sizeof left, "tanu %s %s", command_table[i]->name,
                 command_table[i]->operands);
        text_printf(out, "  %-22s %s\n", left, _(command_table[i]->summary));
    }
}

// On one line: the languages of which there is a catalogue and which this terminal can show.
static void add_languages(struct text *out, const struct i18n *i18n)
{
    const char *comma = "";
    text_printf(out, "\n%s", _("Languages:"));
    for (int k = 0; k < i18n->n_languages; k++) {
        if (!i18n->languages[k].shown)
            continue;
        text_printf(out, "%s %s %s", comma, i18n->languages[k].code, i18n->languages[k].name);
        comma = ",";
    }
    text_char(out, '\n');
}

static int print_and_release(const struct i18n *i18n, struct text *words)
{
    int status = call_print_words(i18n, words);
    text_release(words);
    return status;
}

int help_print(const struct command *command, const char *language)
{
    bool wizard = !*command->name;
    struct text out = TEXT_INIT;
    struct i18n i18n;
    call_language(&i18n, language);
    text_printf(&out, "%s tanu %s%s[OPTION]... %s\n%s\n\n", _("Usage:"), command->name,
                wizard ? "" : " ", command->operands, _(command->summary));
    if (wizard) {
        text_printf(&out, "%s\n", _("Commands:"));
        add_commands(&out);
        text_char(&out, '\n');
    }
    text_printf(&out, "%s\n", _("Options:"));
    add_flags(&out, command->flags);
    add_flags(&out, common_flags);
    add_languages(&out, &i18n);
    if (wizard)
        text_printf(&out, "\n%s\n",
                    _("Nothing that you answer is written to disk. The manual is tanu(1)."));
    return print_and_release(&i18n, &out);
}

int help_version(void)
{
    struct text out = TEXT_INIT;
    text_add(&out, PACKAGE_STRING "\nCode under the MIT licence, content under CC BY 4.0. There is "
                                  "no warranty.\n");
    return print_and_release(NULL, &out);
}

void help_hint(void)
{
    struct text out = TEXT_INIT;
    struct i18n i18n;
    call_language(&i18n, NULL);
    text_printf(&out, "%s\n", _("Try 'tanu --help'."));
    (void)out_words(&i18n, STDERR_FILENO, text_str(&out));
    text_release(&out);
}
