// SPDX-License-Identifier: MIT
// The one file that knows curses; see terminal.h.
//
// Curses decides which bytes bring the screen from what it shows to what it is to show: we hand it
// only the rows that changed and let its own comparison do the rest. It writes into a file in
// memory and never touches the terminal: what goes there and what comes from there, modes and
// signals are in tty.c, the meaning of keys in keys.c.
#include "front/terminal.h"

#include <curses.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <term.h>
#include <unistd.h>
#include <wchar.h>

#undef columns // macros of term.h
#undef lines

#include "base/oom.h"
#include "base/utf8.h"
#include "front/keys.h"
#include "front/tty.h"
#include "tongue/charset.h"

enum { CHUNK = 4096, ESCAPE_WAIT_MOST = 10000, DRAIN_MOST = 1 << 20 };

struct terminal {
    const struct i18n *i18n;
    struct tty *tty;
    struct keys keys;
    SCREEN *screen;
    FILE *sink;         // what curses writes into
    struct cells shown; // what curses was last given
    attr_t attributes[CELL_STYLES];
    short pairs[CELL_STYLES];
    bool ascii;
    bool second_screen; // the screen of the shell comes back afterwards
    bool careful;       // rows that scroll away may be kept by the terminal: none may scroll
    struct text pasted; // a paste in UTF-8, where the terminal has another charset
};

// ---- can it run --------------------------------------------------------------------------------

enum terminal_fit terminal_fit(void)
{
    int state = 0;
    if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
        return TERMINAL_NONE;
    const char *name = getenv("TERM");
    if (!name || !*name || setupterm(name, STDOUT_FILENO, &state) != OK)
        return TERMINAL_UNKNOWN;
    bool moves = cursor_address && clear_screen && !hard_copy && !generic_type;
    del_curterm(cur_term);
    return moves ? TERMINAL_FITS : TERMINAL_DUMB;
}

// ---- looks -------------------------------------------------------------------------------------

// Without colour every badge is reversed and its words say the rest. The marker has no attribute:
// it moves with every arrow key, and attributes would double the bytes.
static void looks_plain(struct terminal *t)
{
    static const attr_t plain[CELL_STYLES] = {
        [CELL_STRONG] = A_BOLD,   [CELL_KEY] = A_BOLD,        [CELL_TAB] = A_REVERSE,
        [CELL_GOOD] = A_REVERSE,  [CELL_FIELD] = A_UNDERLINE, [CELL_BAD] = A_REVERSE,
        [CELL_MIXED] = A_REVERSE, [CELL_WARNING] = A_BOLD,
    };
    memcpy(t->attributes, plain, sizeof plain);
}

// Both colours of a pair are ours, so that it can be read on dark and light terminals alike.
static void looks_coloured(struct terminal *t)
{
    enum { TEAL = 1, GREEN, GREY, GREY_243 = 243 };
    start_color();
    use_default_colors();
    init_pair(TEAL, COLOR_BLACK, COLOR_CYAN);
    init_pair(GREEN, COLOR_BLACK, COLOR_GREEN);
    t->pairs[CELL_TAB] = t->pairs[CELL_MIXED] = TEAL;
    t->attributes[CELL_TAB] = t->attributes[CELL_MIXED] = A_NORMAL;
    if (COLORS >= 256) { // #767676: 4.5 to 1 on black and on white
        init_pair(GREY, GREY_243, -1);
        t->pairs[CELL_QUIET] = GREY;
    }
    t->pairs[CELL_GOOD] = GREEN;
    t->attributes[CELL_GOOD] = A_NORMAL;
}

static void looks_contrast(struct terminal *t)
{
    t->attributes[CELL_PLAIN] = t->attributes[CELL_SOFT] = t->attributes[CELL_QUIET] = A_BOLD;
    t->attributes[CELL_MARK] = t->attributes[CELL_FOCUS] = A_BOLD | A_REVERSE;
    t->attributes[CELL_KEY] = A_BOLD | A_REVERSE;
    t->attributes[CELL_WARNING] = A_BOLD | A_REVERSE;
    t->attributes[CELL_FIELD] = A_BOLD | A_UNDERLINE;
}

static void choose_looks(struct terminal *t, const struct terminal_looks *looks)
{
    const char *no_colour = getenv("NO_COLOR");
    looks_plain(t);
    if (looks->contrast)
        looks_contrast(t);
    else if (!(no_colour && *no_colour) && has_colors())
        looks_coloured(t);
}

// A real VT100 has no other letters; a terminal of another charset gets them only if they fit.
static bool only_ascii(const struct i18n *i18n)
{
    const char *name = getenv("TERM");
    return !i18n->utf8 || (name && !strncmp(name, "vt", 2));
}

// ---- open and close ----------------------------------------------------------------------------

// Sends what curses has written. -1: it could not all be sent, and the screen is unknown.
static int deliver(struct terminal *t, bool last)
{
    int sink = fileno(t->sink), status = 0;
    off_t end = lseek(sink, 0, SEEK_CUR);
    char piece[CHUNK];
    for (off_t at = 0; at < end;) {
        size_t left = (size_t)(end - at);
        ssize_t n = pread(sink, piece, left < sizeof piece ? left : sizeof piece, at);
        if (n <= 0)
            break;
        if (last)
            tty_write_last(t->tty, piece, (size_t)n);
        else if (!status)
            status = tty_write(t->tty, piece, (size_t)n);
        at += n;
    }
    explicit_bzero(piece, sizeof piece);
    lseek(sink, 0, SEEK_SET);
    return status;
}

static void say_to_terminal(struct terminal *t, const char *bytes)
{
    tty_write_last(t->tty, bytes, strlen(bytes));
}

// Curses catches some signals for itself. They are ours, and what they do when they are not blocked
// is what they always do.
static void take_back_signals(const struct tty *tty)
{
    static const int taken[] = {SIGINT, SIGTERM, SIGTSTP, SIGWINCH};
    for (size_t i = 0; i < sizeof taken / sizeof *taken; i++)
        if (sigismember(&tty->set, taken[i]))
            signal(taken[i], SIG_DFL);
}

static void fit_size(void)
{
    struct winsize size;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row && size.ws_col)
        resize_term(size.ws_row, size.ws_col);
}

// GNU screen says that there is a second screen and, as delivered, has none: rows that scroll away
// and screens that are cleared go into its history. So nothing scrolls, and rows are cleared one by
// one. The same where no second screen is claimed at all.
static bool keeps_history(void)
{
    const char *name = getenv("TERM"), *session = getenv("STY");
    return !enter_ca_mode || (name && !strncmp(name, "screen", 6)) || (session && *session);
}

static void set_up(struct terminal *t)
{
    t->second_screen = enter_ca_mode != NULL;
    t->careful = keeps_history();
    if (t->careful && clr_eol)
        clear_screen = clr_eos = NULL;
    nonl();
    keypad(stdscr, TRUE);
    idlok(stdscr, !t->careful);
    typeahead(-1);
}

// Appends a capability without its pauses ("$<5>"), which nothing needs today.
static void add_bare(struct text *out, const char *capability)
{
    for (const char *at = capability; at && *at; at++) {
        const char *end = at[0] == '$' && at[1] == '<' ? strchr(at, '>') : NULL;
        if (end)
            at = end;
        else
            text_char(out, *at);
    }
}

static const char modes_on[] = "\033[?2004h", modes_off[] = "\033[?2004l"; // bracketed paste

// What puts the terminal back when the program ends on its way, or when the terminal took nothing
// for too long. Without a second screen the answers go too, row by row.
static void prepare_restore(struct terminal *t)
{
    struct text out = TEXT_INIT;
    if (t->careful && clr_eol) {
        text_add(&out, "\r");
        add_bare(&out, cursor_home);
        for (int row = 0; row < LINES; row++) {
            add_bare(&out, clr_eol);
            text_add(&out, row + 1 < LINES ? "\r\n" : "\r");
        }
    }
    add_bare(&out, exit_attribute_mode);
    add_bare(&out, orig_pair);
    if (t->second_screen)
        text_add(&out, modes_off);
    add_bare(&out, keypad_local);
    add_bare(&out, exit_ca_mode);
    add_bare(&out, cursor_normal);
    tty_restore_with(t->tty, text_str(&out));
    text_release(&out);
}

static void describe_keys(struct keys *keys)
{
    const struct {
        const char *bytes;
        input key;
    } rows[] = {
        {key_up, INPUT_UP},
        {key_down, INPUT_DOWN},
        {key_left, INPUT_LEFT},
        {key_right, INPUT_RIGHT},
        {key_home, INPUT_HOME},
        {key_end, INPUT_END},
        {key_ppage, INPUT_PAGE_UP},
        {key_npage, INPUT_PAGE_DOWN},
        {key_enter, INPUT_ENTER},
        {key_btab, INPUT_BACK_TAB},
        {key_backspace, INPUT_BACKSPACE},
        {key_dc, INPUT_DELETE},
        {key_find, INPUT_HOME},
        {key_select, INPUT_END},
        {key_exit, INPUT_ESCAPE},
        {key_f1, INPUT_F(1)},
        {key_f2, INPUT_F(2)},
        {key_f3, INPUT_F(3)},
        {key_f4, INPUT_F(4)},
        {key_f5, INPUT_F(5)},
        {key_f6, INPUT_F(6)},
        {key_f7, INPUT_F(7)},
        {key_f8, INPUT_F(8)},
        {key_f9, INPUT_F(9)},
        {key_f10, INPUT_F(10)},
        {key_f11, INPUT_F(11)},
        {key_f12, INPUT_F(12)},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].bytes)
            keys_describe(keys, rows[i].bytes, rows[i].key);
}

// ESCDELAY is what curses programs have for slow lines, in milliseconds.
static int escape_wait(void)
{
    const char *wish = getenv("ESCDELAY");
    char *end;
    long ms = wish ? strtol(wish, &end, 10) : 0;
    return wish && end != wish && !*end && ms > 0 && ms <= ESCAPE_WAIT_MOST ? (int)ms
                                                                            : KEYS_ESCAPE_WAIT;
}

static void enter(struct terminal *t)
{
    tty_take(t->tty);
    if (t->second_screen) // such terminals know, or ignore, bracketed paste
        say_to_terminal(t, modes_on);
}

struct terminal *terminal_open(const struct i18n *i18n, const struct terminal_looks *looks)
{
    struct terminal *t = xcalloc(1, sizeof *t);
    int sink = memfd_create("screen", MFD_CLOEXEC);
    t->i18n = i18n;
    t->sink = sink < 0 ? NULL : fdopen(sink, "w");
    if (t->sink)
        t->tty = tty_open(STDIN_FILENO, STDOUT_FILENO);
    if (t->tty)
        t->screen = newterm(NULL, t->sink, stdin);
    if (!t->screen) {
        terminal_close(t);
        return NULL;
    }
    take_back_signals(t->tty);
    fit_size();
    set_up(t);
    keys_init(&t->keys, escape_wait());
    describe_keys(&t->keys);
    t->ascii = only_ascii(i18n);
    choose_looks(t, looks);
    prepare_restore(t);
    enter(t);
    return t;
}

// Leaves nothing of the answers on the screen.
static void blank_screen(struct terminal *t)
{
    const char *scrollback = t->second_screen ? NULL : tigetstr("E3");
    if (t->tty->torn) { // it may stand inside a sequence
        say_to_terminal(t, "\030");
        clearok(curscr, TRUE);
    }
    erase();
    refresh();
    endwin();
    deliver(t, true);
    if (t->second_screen)
        say_to_terminal(t, modes_off);
    if (scrollback && scrollback != (char *)-1)
        say_to_terminal(t, scrollback);
}

int terminal_close(struct terminal *t)
{
    int signal = 0;
    if (t->screen) {
        blank_screen(t);
        delscreen(t->screen);
        keys_release(&t->keys);
    }
    if (t->tty)
        signal = tty_close(t->tty);
    if (t->sink)
        fclose(t->sink);
    cells_release(&t->shown);
    text_release(&t->pasted);
    free(t);
    return signal;
}

void terminal_size(const struct terminal *t, int *columns, int *rows)
{
    (void)t;
    getmaxyx(stdscr, *rows, *columns);
}

bool terminal_ascii(const struct terminal *t)
{
    return t->ascii;
}

// ---- out ---------------------------------------------------------------------------------------

// A cell as curses wants it; what the terminal's charset lacks is replaced.
static void put_curses(struct terminal *t, int row, int column, const struct cell *cell)
{
    wchar_t letters[CELL_CHARS + 1] = {0};
    cchar_t out;
    for (int i = 0, n = 0; i < CELL_CHARS; i++)
        if (cell->c[i] && !utf8_steers(cell->c[i]))
            letters[n++] = (wchar_t)i18n_shown(t->i18n, cell->c[i]);
    if (wcwidth(letters[0]) != cell->width)
        letters[0] = L'?', letters[1] = 0;
    bool blank = letters[0] == L' ' && cell->style == CELL_PLAIN;
    setcchar(&out, letters, blank ? A_NORMAL : t->attributes[cell->style], t->pairs[cell->style],
             NULL);
    mvadd_wch(row, column, &out);
    if (cell->width == 2 && letters[0] == L'?')
        mvaddch(row, column + 1, ' ');
}

static void put_row(struct terminal *t, const struct cells *cells, int row, bool fresh)
{
    for (int column = 0; column < cells->columns; column++) {
        const struct cell *cell = cells_at(cells, row, column);
        const struct cell *shown = cells_at(&t->shown, row, column);
        if (cell->width > 0 && (fresh || memcmp(cell, shown, sizeof *cell) != 0))
            put_curses(t, row, column, cell);
    }
}

void terminal_redraw(struct terminal *t)
{
    cells_release(&t->shown);
    clearok(curscr, TRUE);
}

void terminal_show(struct terminal *t, const struct cells *cells)
{
    bool fresh = t->shown.columns != cells->columns || t->shown.rows != cells->rows;
    if (fresh)
        cells_resize(&t->shown, cells->columns, cells->rows);
    for (int row = 0; row < cells->rows; row++) {
        if (!fresh && cells_row_equal(&t->shown, cells, row))
            continue;
        put_row(t, cells, row, fresh);
        memcpy(cells_at(&t->shown, row, 0), cells_at(cells, row, 0),
               (size_t)cells->columns * sizeof(struct cell));
    }
    move(cells->cursor_row, cells->cursor_column);
    refresh();
    if (deliver(t, false) < 0)
        terminal_redraw(t); // if it goes on at all
}

// ---- in ----------------------------------------------------------------------------------------

static bool unread(const struct keys *keys)
{
    return keys->at < keys->len;
}

bool terminal_pending(struct terminal *t)
{
    int count = 0;
    return unread(&t->keys) || (ioctl(STDIN_FILENO, FIONREAD, &count) == 0 && count > 0);
}

// -1: there is nothing more to come.
static int read_bytes(struct terminal *t)
{
    char bytes[KEYS_INPUT];
    ssize_t n = tty_read(t->tty, bytes, sizeof bytes);
    if (n > 0)
        keys_put(&t->keys, bytes, (size_t)n, tty_now());
    explicit_bzero(bytes, n > 0 ? (size_t)n : 0);
    return n < 0 ? -1 : 0;
}

void terminal_forget(struct terminal *t)
{
    keys_forget(&t->keys);
    text_release(&t->pasted);
    // The kernel's queue is read, not flushed: half a bracketed paste would become keys.
    for (int most = DRAIN_MOST; most > 0 && tty_wait(t->tty, 0) == TTY_INPUT; most -= KEYS_INPUT) {
        if (read_bytes(t) < 0)
            return;
        keys_forget(&t->keys);
    }
}

static enum terminal_event pasted(struct terminal *t, struct terminal_input *in)
{
    in->bytes = t->keys.paste;
    in->len = t->keys.paste_len;
    if (t->i18n->utf8)
        return TERMINAL_PASTE;
    text_release(&t->pasted);
    if (charset_decode(t->i18n->charset, &t->pasted, in->bytes, in->len) == 0) {
        in->bytes = text_str(&t->pasted);
        in->len = t->pasted.len;
    }
    return TERMINAL_PASTE; // what is no text is refused by whoever gets it
}

// ---- events ------------------------------------------------------------------------------------

// The shell had the terminal in the meantime.
static void come_back(struct terminal *t)
{
    endwin(); // curses enters the screen again with its next refresh
    deliver(t, true);
    enter(t);
    terminal_redraw(t);
}

static void suspend(struct terminal *t)
{
    if (t->second_screen)
        say_to_terminal(t, modes_off);
    endwin();
    deliver(t, true);
    tty_give(t->tty);
    tty_suspend(t->tty);
}

static enum terminal_event after_signal(struct terminal *t, struct terminal_input *in)
{
    in->signal = t->tty->leave;
    if (in->signal)
        return TERMINAL_SIGNAL;
    if (t->tty->stop)
        suspend(t);
    if (t->tty->awake)
        come_back(t);
    t->tty->awake = t->tty->resized = false;
    fit_size();
    terminal_redraw(t);
    return TERMINAL_RESIZE;
}

int64_t terminal_now(void)
{
    return tty_now();
}

static int64_t earlier(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

enum terminal_event terminal_next(struct terminal *t, struct terminal_input *in, int64_t deadline)
{
    *in = (struct terminal_input){.key = INPUT_NONE};
    for (;;) {
        bool more = unread(&t->keys);
        int64_t until = more ? 0 : earlier(deadline, keys_deadline(&t->keys));
        enum tty_ready ready = tty_wait(t->tty, until);
        if (ready == TTY_SIGNAL)
            return after_signal(t, in);
        if (ready == TTY_GONE || (ready == TTY_INPUT && !more && read_bytes(t) < 0))
            return TERMINAL_GONE;
        int64_t now = tty_now();
        enum keys_event event = keys_next(&t->keys, now, &in->key);
        if (event != KEYS_NOTHING)
            return event == KEYS_KEY ? TERMINAL_KEY : pasted(t, in);
        if (ready == TTY_TIME && !more && now >= deadline)
            return TERMINAL_IDLE;
    }
}
