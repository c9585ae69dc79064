// SPDX-License-Identifier: MIT
// The sub-commands of tanu, and what each is called with.
//
// To add one: write src/app/cmd_NAME.c with a `const struct command command_NAME`, and name it in
// the table in command.c. The table feeds the parser, --help and the hints on a typing mistake.
#ifndef TANU_APP_COMMAND_H
#define TANU_APP_COMMAND_H

#include <stdbool.h>
#include <stdint.h>

#include "app/exit.h"
#include "base/date.h"

struct call;
struct i18n;
struct pack;

struct flag {         // an option of one sub-command
    const char *name; // without the dashes
    const char
        *argument; // what to call its argument in --help; "[X]": it may be left out; NULL: none
    const char *help;
};

struct command {
    const char *name;         // "" for the wizard, which is what `tanu` alone runs
    const char *operands;     // "[FILE]" for --help, or "" if it takes none
    const char *summary;      // one sentence for --help
    const struct flag *flags; // its own options, ended by a row without name; NULL: none
    int most_operands;
    const char
        *letters; // short options: each stands for the first flag that begins with it; NULL: none
    int (*run)(struct call *call); // returns an exit status
};

enum { CALL_MAX_FLAGS = 16, CALL_MAX_ASSUME = 16 };

// One call of the program, taken apart. Strings belong to argv and to the environment.
struct call {
    const struct command *command;
    const char *pack;                    // --pack, or NULL
    const char *language;                // --lang, or NULL
    date as_of;                          // --as-of, or today
    const char *assume[CALL_MAX_ASSUME]; // --assume, each as it was given
    int n_assume;
    const char *values[CALL_MAX_FLAGS]; // by row of command->flags; "" for one without argument
    char **operands;
    int n_operands;
};

// The argument of one of the command's own flags: NULL if it was not given, "" if it takes none.
const char *call_flag(const struct call *call, const char *name);
bool call_has(const struct call *call, const char *name);

// Takes the command line apart. Returns true if there is something to run; else *status is the
// exit status and everything that should be said was said (--help, --version, mistakes).
bool call_parse(struct call *call, int argc, char **argv, date today, int *status);

// Chooses the language, finds and loads the pack (`flags` as in pack/read/load.h). Returns 0, or an
// exit status after its diagnostics went to stderr. Warnings are not printed. Release with
// pack_free.
int call_open(const struct call *call, unsigned flags, const struct pack **pack);

// The same for a second pack in the folder `dir`, to compare with; nothing is assumed there.
int call_open_other(const struct call *call, const char *dir, const struct pack **pack);

// Finds and loads the pack and leaves the rest to the caller. Returns EXIT_NO_INPUT after a word on
// stderr if there is none; else 0, and *pack is NULL if `diags` holds errors.
struct diags;
int call_load(const struct call *call, unsigned flags, const struct pack **pack,
              struct diags *diags);

// Put words, or finished lines of JSON, on standard output (front/out.h). Words are UTF-8 in files
// and in the terminal's charset on a terminal; `i18n` is that of a command that speaks to people,
// else NULL. Returns EXIT_GOOD, or EXIT_IO after a word on stderr.
struct text;
int call_print_words(const struct i18n *i18n, const struct text *words);
int call_print_json(const struct text *json);
// The same for bytes that are no words and never go to a terminal.
int call_print_bytes(const struct text *bytes);

// The faults of a file of ours, on stderr, in the language of the environment.
void call_tell_faults(const struct diags *diags);

// The day by the clock, where this machine is; DATE_MIN where it has none.
date call_today(void);

// Languages for what is printed from here on: `wish` (--lang) or, without it, the environment's.
void call_language(struct i18n *i18n, const char *wish);

// Chooses the language, opens the pack and its texts, for a command that speaks to people. `utf8`:
// what is written is UTF-8 whatever the terminal can show. Returns 0, or an exit status after
// saying why; then *pack is NULL. i18n_release() in both cases.
int call_open_spoken(const struct call *call, struct i18n *i18n, bool utf8,
                     const struct pack **pack);

// The same step by step, and nothing is said (app/cover.h): the folder that is looked at first; its
// pack, NULL where there is any fault; false where a word would have to be said of its texts.
void call_first_pack(const struct call *call, struct text *dir);
const struct pack *call_load_quietly(const char *dir);
bool call_speak_quietly(struct i18n *i18n, const struct pack *pack, const struct text *from,
                        const char *wish);

// EXIT_DATA after a word on stderr where the rules of the pack were too many for the engine, so
// that nothing it said may be shown; else `status`. `engine` may be NULL.
struct engine;
int call_trouble(const struct pack *pack, const struct engine *engine, int status);

// The country of a code given to --to; NONE after saying what may have been meant.
int32_t call_country(const struct pack *pack, const char *code);

// Reads a file of lines whole (NULL or "-": standard input), with a NUL behind it; free() *bytes.
// Returns 0, or EXIT_NO_INPUT or EXIT_IO (standard input) after saying why: also where it is longer
// than 256 MB.
int call_read_input(const char *file, char **bytes, size_t *len);

// Prints `tanu: …` and a newline on stderr, translated. (xgettext knows its first argument.)
void call_complain(const char *format, ...) __attribute__((format(printf, 1, 2)));

extern const struct command *const command_table[]; // ended by NULL; the wizard first

#endif
