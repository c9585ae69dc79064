// SPDX-License-Identifier: MIT
// The one file that knows curses; see terminal.h.
//
// Curses decides which bytes reach the terminal: we hand it only the rows that changed and let its
// own comparison with the screen do the rest. Input is read byte by byte through it, because it
// knows the keys of the terminal; characters are put together here, and sequences it does not know
// are taken apart in keys.c. Signals are blocked and read from a descriptor.
#include "front/terminal.h"

#include <curses.h>
#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/signalfd.h>
#include <term.h>
#include <time.h>
#include <unistd.h>
#include <wchar.h>

#undef columns // macros of term.h
#undef lines

#include "base/oom.h"
#include "front/keys.h"

enum {
    KEY_WAIT = 25,        // milliseconds after ESC in which the rest of a key arrives
    BURST = 1024,         // so many bytes at once were never typed: a paste
    PASTE_MOST = 1 << 16, // of one paste; the rest is read and dropped
    PASTE_WAIT = 1000,    // milliseconds until a paste without an end is over
    UNREAD_MOST = 100,    // curses takes back about so many
    CHUNK = 4096
};

struct terminal {
    const struct i18n *i18n;
    SCREEN *screen;
    struct cells shown; // what curses was last given
    attr_t attributes[CELL_STYLES];
    short pairs[CELL_STYLES];
    bool ascii, second_screen;
    bool unread;     // curses may hold input that poll() does not see
    int signals;     // descriptor
    sigset_t before; // the signal mask to put back
    char *paste;     // PASTE_MOST bytes, allocated when first needed
    size_t paste_len;
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

static void put_back(void)
{
    if (!isendwin())
        endwin();
}

static int catch_signals(struct terminal *t)
{
    static const int wanted[] = {SIGHUP, SIGINT, SIGTERM, SIGQUIT, SIGWINCH};
    sigset_t set;
    sigemptyset(&set);
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
        sigaddset(&set, wanted[i]);
    sigprocmask(SIG_BLOCK, &set, &t->before);
    t->signals = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
    return t->signals < 0 ? -1 : 0;
}

static void say_to_terminal(const char *bytes)
{
    putp(bytes);
    fflush(stdout);
}

static void set_modes(void)
{
    raw();
    noecho();
    nonl();
    timeout(0);
    keypad(stdscr, TRUE);
    intrflush(stdscr, FALSE);
    idlok(stdscr, TRUE);
    typeahead(-1);
}

struct terminal *terminal_open(const struct i18n *i18n, const struct terminal_looks *looks)
{
    struct terminal *t = xcalloc(1, sizeof *t);
    t->i18n = i18n;
    use_tioctl(TRUE);
    set_escdelay(KEY_WAIT);
    if (catch_signals(t) < 0 || !(t->screen = newterm(NULL, stdout, stdin))) {
        terminal_close(t);
        return NULL;
    }
    atexit(put_back);
    set_modes();
    t->second_screen = enter_ca_mode != NULL;
    t->ascii = only_ascii(i18n);
    choose_looks(t, looks);
    if (t->second_screen) // such terminals know, or ignore, bracketed paste
        say_to_terminal("\033[?2004h");
    return t;
}

// Leaves nothing of the answers behind.
static void blank_screen(const struct terminal *t)
{
    erase();
    refresh();
    if (t->second_screen)
        say_to_terminal("\033[?2004l");
    endwin();
    char *scrollback = tigetstr("E3");
    if (!t->second_screen && scrollback && scrollback != (char *)-1) {
        putp(clear_screen);
        say_to_terminal(scrollback);
    }
}

void terminal_close(struct terminal *t)
{
    if (t->screen) {
        blank_screen(t);
        delscreen(t->screen);
    }
    if (t->signals >= 0)
        close(t->signals);
    sigprocmask(SIG_SETMASK, &t->before, NULL);
    cells_release(&t->shown);
    if (t->paste)
        explicit_bzero(t->paste, PASTE_MOST);
    free(t->paste);
    free(t);
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
    for (int i = 0; i < CELL_CHARS; i++)
        letters[i] = (wchar_t)(cell->c[i] ? i18n_shown(t->i18n, cell->c[i]) : 0);
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
}

// ---- in ----------------------------------------------------------------------------------------

static int pending_bytes(void)
{
    int count = 0;
    return ioctl(STDIN_FILENO, FIONREAD, &count) < 0 ? 0 : count;
}

bool terminal_pending(struct terminal *t)
{
    return t->unread || pending_bytes() > 0;
}

static input curses_key(int code)
{
    static const struct {
        int code;
        input key;
    } keys[] = {
        {KEY_UP, INPUT_UP},         {KEY_DOWN, INPUT_DOWN},           {KEY_LEFT, INPUT_LEFT},
        {KEY_RIGHT, INPUT_RIGHT},   {KEY_HOME, INPUT_HOME},           {KEY_END, INPUT_END},
        {KEY_PPAGE, INPUT_PAGE_UP}, {KEY_NPAGE, INPUT_PAGE_DOWN},     {KEY_ENTER, INPUT_ENTER},
        {KEY_BTAB, INPUT_BACK_TAB}, {KEY_BACKSPACE, INPUT_BACKSPACE}, {KEY_DC, INPUT_DELETE},
        {KEY_FIND, INPUT_HOME},     {KEY_SELECT, INPUT_END},          {KEY_EXIT, INPUT_ESCAPE},
    };
    if (code >= KEY_F(1) && code <= KEY_F(12))
        return INPUT_F(code - KEY_F0);
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (keys[i].code == code)
            return keys[i].key;
    return INPUT_NONE;
}

// The next byte of a key already begun; ERR if nothing comes in time.
static int more_of_key(void)
{
    timeout(KEY_WAIT);
    int c = getch();
    timeout(0);
    return c;
}

// A character of the terminal's charset from its first byte on. Bad bytes are dropped.
static input character(int first)
{
    mbstate_t state = {0};
    wchar_t wide = 0;
    for (int c = first, i = 0; i < MB_LEN_MAX && c != ERR && c < 256; i++) {
        char byte = (char)c;
        size_t got = mbrtowc(&wide, &byte, 1, &state);
        if (got == 1)
            return (input)wide;
        if (got != (size_t)-2)
            return INPUT_NONE;
        c = more_of_key();
    }
    return INPUT_NONE;
}

// ---- paste -------------------------------------------------------------------------------------

static void keep_pasted(struct terminal *t, const char *bytes, size_t len)
{
    if (!t->paste)
        t->paste = xcalloc(1, PASTE_MOST);
    size_t room = PASTE_MOST - t->paste_len;
    len = len < room ? len : room;
    memcpy(t->paste + t->paste_len, bytes, len);
    t->paste_len += len;
}

// What was read behind the end of a paste goes back: it was typed.
static void unread(struct terminal *t, const char *bytes, ssize_t count)
{
    if (count > UNREAD_MOST)
        count = UNREAD_MOST;
    while (count > 0)
        ungetch((unsigned char)bytes[--count]);
    t->unread = true;
}

// Everything up to ESC [ 201 ~, read past curses in large pieces; the end may lie across two.
static void read_bracketed(struct terminal *t)
{
    static const char end[] = "\033[201~";
    const size_t whole = sizeof end - 1;
    char piece[CHUNK];
    size_t matched = 0;
    while (matched < whole) {
        struct pollfd wait[2] = {{STDIN_FILENO, POLLIN, 0}, {t->signals, POLLIN, 0}};
        if (poll(wait, 2, PASTE_WAIT) <= 0 || wait[1].revents)
            break;
        ssize_t got = read(STDIN_FILENO, piece, sizeof piece), i = 0;
        if (got <= 0)
            break;
        for (; i < got && matched < whole; i++)
            matched = piece[i] == end[matched] ? matched + 1 : (size_t)(piece[i] == end[0]);
        keep_pasted(t, piece, (size_t)i);
        unread(t, piece + i, got - i);
    }
    explicit_bzero(piece, sizeof piece);
    if (t->paste_len >= whole && !memcmp(t->paste + t->paste_len - whole, end, whole))
        t->paste_len -= whole;
}

static void read_burst(struct terminal *t)
{
    char piece[CHUNK];
    ssize_t got = read(STDIN_FILENO, piece, sizeof piece);
    if (got > 0)
        keep_pasted(t, piece, (size_t)got);
    explicit_bzero(piece, sizeof piece);
}

static enum terminal_event pasted(struct terminal *t, struct terminal_input *in)
{
    in->bytes = t->paste;
    in->len = t->paste_len;
    return in->len ? TERMINAL_PASTE : TERMINAL_KEY;
}

// ---- events ------------------------------------------------------------------------------------

// After ESC: a key of its own, a sequence, or Alt and a letter (which means nothing here).
static enum terminal_event escape(struct terminal *t, struct terminal_input *in)
{
    struct keys keys = {.len = 0};
    int c = more_of_key();
    if (c == ERR || c == 0x1b || c > 255) {
        if (c != ERR) {
            ungetch(c);
            t->unread = true;
        }
        in->key = INPUT_ESCAPE;
        return TERMINAL_KEY;
    }
    while (!keys_take(&keys, c) && (c = more_of_key()) != ERR && c < 256)
        ;
    if (keys_meaning(&keys, &in->key) != KEYS_IS_PASTE_START)
        return TERMINAL_KEY;
    read_bracketed(t);
    return pasted(t, in);
}

static enum terminal_event read_key(struct terminal *t, struct terminal_input *in)
{
    int c = getch();
    t->unread = c == 0x1b || (t->unread && c != ERR);
    if (c == 0x1b)
        return escape(t, in);
    if (c >= 256)
        in->key = curses_key(c);
    else if (c != ERR)
        in->key = c < ' ' || c == 0x7f ? keys_control(c) : character(c);
    return TERMINAL_KEY;
}

// One signal; a storm of new sizes is one new size.
static enum terminal_event read_signal(struct terminal *t, struct terminal_input *in)
{
    struct signalfd_siginfo info;
    bool resized = false;
    while (read(t->signals, &info, sizeof info) == (ssize_t)sizeof info) {
        if (info.ssi_signo != SIGWINCH) {
            in->signal = (int)info.ssi_signo;
            return TERMINAL_SIGNAL;
        }
        resized = true;
    }
    struct winsize size;
    if (resized && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row && size.ws_col) {
        resize_term(size.ws_row, size.ws_col);
        terminal_redraw(t);
    }
    return TERMINAL_RESIZE;
}

int64_t terminal_now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static int left_until(int64_t deadline)
{
    int64_t left = deadline == TERMINAL_NEVER ? -1 : deadline - terminal_now();
    if (deadline == TERMINAL_NEVER)
        return -1;
    return left < 0 ? 0 : left < INT_MAX ? (int)left : INT_MAX;
}

enum terminal_event terminal_next(struct terminal *t, struct terminal_input *in, int64_t deadline)
{
    *in = (struct terminal_input){.key = INPUT_NONE};
    t->paste_len = 0;
    if (t->unread)
        return read_key(t, in);
    struct pollfd wait[2] = {{STDIN_FILENO, POLLIN, 0}, {t->signals, POLLIN, 0}};
    int ready;
    while ((ready = poll(wait, 2, left_until(deadline))) < 0)
        if (errno != EINTR)
            return TERMINAL_GONE;
    if (!ready)
        return TERMINAL_IDLE;
    if (wait[1].revents)
        return read_signal(t, in);
    int bytes = wait[0].revents & POLLIN ? pending_bytes() : 0;
    if (bytes >= BURST) {
        read_burst(t);
        return pasted(t, in);
    }
    return bytes > 0 ? read_key(t, in) : TERMINAL_GONE; // readable without bytes: the end
}
