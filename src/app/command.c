// SPDX-License-Identifier: MIT
// The table of sub-commands, and taking the command line apart; see command.h.
#include "app/command.h"

#include <getopt.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "app/help.h"
#include "base/diag.h"
#include "base/io.h"
#include "base/text.h"
#include "front/out.h"
#include "tongue/i18n.h"

extern const struct command command_assess;
extern const struct command command_book;
extern const struct command command_cases;
extern const struct command command_check;
extern const struct command command_code;
extern const struct command command_compare;
extern const struct command command_decode;
extern const struct command command_explain;
extern const struct command command_form;
extern const struct command command_graph;
extern const struct command command_kiosk_status;
extern const struct command command_letter;
extern const struct command command_pack;
extern const struct command command_pot;
extern const struct command command_report;
extern const struct command command_stats;
extern const struct command command_wizard;

const struct command *const command_table[] = {
    // one a line: clang-format keeps them apart
    &command_wizard,       //
    &command_assess,       //
    &command_book,         //
    &command_cases,        //
    &command_check,        //
    &command_code,         //
    &command_compare,      //
    &command_decode,       //
    &command_explain,      //
    &command_form,         //
    &command_graph,        //
    &command_kiosk_status, //
    &command_letter,       //
    &command_pack,         //
    &command_pot,          //
    &command_report,       //
    &command_stats,        //
    NULL,
};

// Values of options beyond all letters: the common ones, and OPTION_FLAG + i for a command's own
// flag i.
enum {
    OPTION_PACK = 256,
    OPTION_LANGUAGE,
    OPTION_AS_OF,
    OPTION_ASSUME,
    OPTION_VERSION,
    OPTION_FLAG
};
enum { MAX_NAMES = CALL_MAX_FLAGS + 16 };

static const struct option common[] = {
    {"pack", required_argument, NULL, OPTION_PACK},
    {"lang", required_argument, NULL, OPTION_LANGUAGE},
    {"as-of", required_argument, NULL, OPTION_AS_OF},
    {"assume", required_argument, NULL, OPTION_ASSUME},
    {"help", no_argument, NULL, 'h'},
    {"version", no_argument, NULL, OPTION_VERSION},
};
enum { N_COMMON = sizeof common / sizeof *common };

// A mistake can be met before a language was chosen, so it is chosen here; after --lang it stays.
void call_complain(const char *format, ...)
{
    struct i18n i18n;
    struct text words = TEXT_INIT;
    va_list args;
    struct i18n_mark mark;
    i18n_mark(&mark);
    call_language(&i18n, NULL);
    text_add(&words, "tanu: ");
    va_start(args, format);
    text_vprintf(&words, _(format), args);
    va_end(args);
    for (size_t i = 0; i < words.len; i++)
        if (words.bytes[i] == '\n') // of a file's name: a complaint is one line
            words.bytes[i] = ' ';
    text_char(&words, '\n');
    (void)out_words(&i18n, STDERR_FILENO, text_str(&words)); // nobody is left to be told
    text_release(&words);
    i18n_return(&mark);
}

// ---- standard output ---------------------------------------------------------------------------

static int written(int status)
{
    if (!status)
        return EXIT_GOOD;
    call_complain("cannot write to standard output.");
    return EXIT_IO;
}

int call_print_words(const struct i18n *i18n, const struct text *words)
{
    struct i18n own;
    if (!i18n) {
        call_language(&own, NULL);
        if (!isatty(STDOUT_FILENO))
            i18n_assume_utf8(&own);
        i18n = &own;
    }
    return written(out_words(i18n, STDOUT_FILENO, text_str(words)));
}

int call_print_json(const struct text *json)
{
    struct i18n i18n;
    call_language(&i18n, NULL);
    return written(out_json(&i18n, STDOUT_FILENO, text_str(json), json->len));
}

int call_print_bytes(const struct text *bytes)
{
    return written(write_all(STDOUT_FILENO, text_str(bytes), bytes->len));
}

static int flag_index(const struct command *command, const char *name)
{
    for (int i = 0; command->flags && command->flags[i].name; i++)
        if (!strcmp(command->flags[i].name, name))
            return i;
    return -1;
}

const char *call_flag(const struct call *call, const char *name)
{
    int i = flag_index(call->command, name);
    return i < 0 ? NULL : call->values[i];
}

bool call_has(const struct call *call, const char *name)
{
    return call_flag(call, name) != NULL;
}

static const struct command *find(const char *name)
{
    for (int i = 0; command_table[i]; i++)
        if (!strcmp(command_table[i]->name, name))
            return command_table[i];
    return NULL;
}

// ---- mistakes ----------------------------------------------------------------------------------

static bool usage_fault(int *status)
{
    help_hint();
    *status = EXIT_USAGE;
    return false;
}

static bool unknown_command(const char *word, int *status)
{
    const char *names[MAX_NAMES] = {NULL};
    size_t count = 0;
    for (int i = 0; command_table[i] && count < MAX_NAMES; i++)
        if (*command_table[i]->name)
            names[count++] = command_table[i]->name;
    const char *near = diag_suggest(word, names, count);
    if (near)
        call_complain("unknown command '%s'; did you mean '%s'?", word, near);
    else
        call_complain("unknown command '%s'.", word);
    return usage_fault(status);
}

static bool unknown_option(const struct option *options, const char *word, int *status)
{
    char name[64];
    const char *names[MAX_NAMES] = {NULL};
    size_t count = 0;
    for (; count < MAX_NAMES && options[count].name; count++)
        names[count] = options[count].name;
    snprintf(name, sizeof name, "%.*s", (int)strcspn(word + strspn(word, "-"), "="),
             word + strspn(word, "-"));
    const char *near = *name ? diag_suggest(name, names, count) : NULL;
    if (near && !strcmp(near, name))
        call_complain("option '--%s' takes no value.", name);
    else if (near)
        call_complain("unknown option '%s'; did you mean '--%s'?", word, near);
    else
        call_complain("unknown option '%s'.", word);
    return usage_fault(status);
}

// ---- parsing -----------------------------------------------------------------------------------

static bool may_be_left_out(const struct flag *flag)
{
    return flag->argument && flag->argument[0] == '[';
}

static int takes_value(const struct flag *flag)
{
    return may_be_left_out(flag) ? optional_argument
           : flag->argument      ? required_argument
                                 : no_argument;
}

static void list_options(const struct command *command, struct option *out)
{
    int n = 0;
    for (int i = 0; i < N_COMMON; i++)
        out[n++] = common[i];
    for (int i = 0; command->flags && command->flags[i].name && i < CALL_MAX_FLAGS; i++)
        out[n++] = (struct option){.name = command->flags[i].name,
                                   .has_arg = takes_value(&command->flags[i]),
                                   .val = OPTION_FLAG + i};
    out[n] = (struct option){0};
}

static int flag_of_letter(const struct command *command, int letter)
{
    int i = 0;
    while (command->flags[i].name[0] != letter)
        i++;
    return i;
}

// What getopt wants to know of letters: `how` ("+:h" or ":h"), then the command's own.
static void list_letters(const struct command *command, const char *how, char *out, size_t room)
{
    size_t len = (size_t)snprintf(out, room, "%s", how);
    for (const char *c = command->letters; c && *c && len + 3 < room; c++) {
        bool value = command->flags[flag_of_letter(command, *c)].argument;
        len += (size_t)snprintf(out + len, room - len, "%c%s", *c, value ? ":" : "");
    }
}

static bool take_date(struct call *call, const char *value, int *status)
{
    if (date_parse(value, &call->as_of) == 0)
        return true;
    call_complain("--as-of wants a date such as 2026-11-23, not '%s'.", value);
    return usage_fault(status);
}

static bool take_assumption(struct call *call, const char *value, int *status)
{
    if (call->n_assume < CALL_MAX_ASSUME) {
        call->assume[call->n_assume++] = value;
        return true;
    }
    call_complain("--assume can be given %d times at most.", CALL_MAX_ASSUME);
    return usage_fault(status);
}

static bool take_option(struct call *call, int value, const struct option *options, char **argv,
                        int *status)
{
    switch (value) {
    case OPTION_PACK:
        call->pack = optarg;
        return true;
    case OPTION_LANGUAGE:
        call->language = optarg;
        return true;
    case OPTION_AS_OF:
        return take_date(call, optarg, status);
    case OPTION_ASSUME:
        return take_assumption(call, optarg, status);
    case 'h':
        *status = help_print(call->command, call->language);
        return false;
    case OPTION_VERSION:
        *status = help_version();
        return false;
    case ':':
        call_complain("option '%s' needs a value.", argv[optind - 1]);
        return usage_fault(status);
    case '?':
        return unknown_option(options, argv[optind - 1], status);
    default:
        if (value < OPTION_FLAG)
            value = OPTION_FLAG + flag_of_letter(call->command, value);
        // getopt knows such a value only behind a "=".
        if (!optarg && may_be_left_out(&call->command->flags[value - OPTION_FLAG]) &&
            argv[optind] && argv[optind][0] != '-')
            optarg = argv[optind++];
        call->values[value - OPTION_FLAG] = optarg ? optarg : "";
        return true;
    }
}

// Reads options up to the first operand ('+'), or all of them (order does not matter then).
static bool read_options(struct call *call, const char *how, int argc, char **argv, int *status)
{
    struct option options[MAX_NAMES + 1];
    char letters[3 * MAX_NAMES];
    list_options(call->command, options);
    list_letters(call->command, how, letters, sizeof letters);
    opterr = 0;
    for (;;) {
        int value = getopt_long(argc, argv, letters, options, NULL);
        if (value == -1)
            return true;
        if (!take_option(call, value, options, argv, status))
            return false;
    }
}

static bool wizard_flag_given(const struct call *call)
{
    for (int i = 0; i < CALL_MAX_FLAGS; i++)
        if (call->values[i])
            return true;
    return false;
}

// `tanu [options] COMMAND [options] [operands]`; what stands before the word are the wizard's and
// the common options.
static bool read_command(struct call *call, int argc, char **argv, int *status)
{
    call->command = command_table[0];
    if (!read_options(call, "+:h", argc, argv, status))
        return false;
    if (optind >= argc)
        return true;
    const struct command *command = find(argv[optind]);
    if (!command || !*command->name)
        return unknown_command(argv[optind], status);
    if (wizard_flag_given(call)) {
        call_complain("the options before '%s' belong to the wizard, not to '%s'.", command->name,
                      command->name);
        return usage_fault(status);
    }
    call->command = command;
    // From the beginning (0), so that options may stand behind operands; the word takes the place
    // of argv[0].
    int word = optind;
    optind = 0;
    bool good = read_options(call, ":h", argc - word, argv + word, status);
    optind += word;
    return good;
}

date call_today(void)
{
    time_t now = time(NULL);
    struct tm day;
    if (now == (time_t)-1 || !localtime_r(&now, &day))
        return DATE_MIN;
    return date_make(day.tm_year + 1900, day.tm_mon + 1, day.tm_mday);
}

bool call_parse(struct call *call, int argc, char **argv, date today, int *status)
{
    *call = (struct call){.as_of = today};
    if (!read_command(call, argc, argv, status))
        return false;
    call->operands = argv + optind;
    call->n_operands = argc - optind;
    if (call->n_operands <= call->command->most_operands)
        return true;
    call_complain("'%s' is one operand too many for '%s'.",
                  call->operands[call->command->most_operands], call->command->name);
    return usage_fault(status);
}
