// SPDX-License-Identifier: MIT
// The one file that knows curses; see picture.h.
//
// Curses is handed only the rows that changed and compares them with the screen itself. It writes
// into a file in memory and never touches the terminal: what goes there, modes and signals are
// tty.c's.
#include "front/picture.h"

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
#include "front/careful.h"
#include "front/looks.h"

enum { CHUNK = 4096 };

struct picture {
    const struct i18n *i18n;
    struct tty *tty;
    SCREEN *screen;
    FILE *sink;         // what curses writes into
    struct cells shown; // what the terminal was last given
    attr_t attributes[CELL_STYLES];
    short pairs[CELL_STYLES];
    int rows, columns;  // of the first screen
    bool second_screen; // the screen of the shell comes back afterwards; or so it is said
    bool no_mouse;      // somebody wants to mark text
    bool history;       // what leaves the screen is kept: careful.c paints, not curses
    struct careful careful;
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

static attr_t attribute_of(struct look look)
{
    return (look.drawn & LOOK_BOLD ? A_BOLD : 0) | (look.drawn & LOOK_UNDERLINE ? A_UNDERLINE : 0) |
           (look.drawn & LOOK_REVERSE ? A_REVERSE : 0);
}

static void choose_looks(struct picture *p, const struct terminal_looks *wanted)
{
    const char *no_colour = getenv("NO_COLOR");
    enum looks looks = wanted->contrast          ? LOOKS_CONTRAST
                       : no_colour && *no_colour ? LOOKS_PLAIN
                                                 : LOOKS_COLOURED;
    bool colours = has_colors();
    if (colours) {
        start_color();
        use_default_colors();
    }
    for (int style = 0; style < CELL_STYLES; style++) {
        struct look look = looks_of(looks, (enum cell_style)style, colours ? COLORS : 0);
        p->attributes[style] = attribute_of(look);
        p->pairs[style] = look.ink == LOOK_OWN ? 0 : (short)(style + 1);
        if (look.ink != LOOK_OWN)
            init_pair(p->pairs[style], (short)look.ink, (short)look.ground);
    }
}

// A real VT100 has no other letters; a terminal of another charset gets them only if they fit.
static bool only_ascii(const struct i18n *i18n)
{
    const char *name = getenv("TERM");
    return !i18n->utf8 || (name && !strncmp(name, "vt", 2));
}

// ---- open and close ----------------------------------------------------------------------------

// Curses catches some signals for itself. They are ours, and what they do when they are not blocked
// is what they always do.
static void take_back_signals(const struct tty *tty)
{
    static const int taken[] = {SIGINT, SIGTERM, SIGTSTP, SIGWINCH};
    for (size_t i = 0; i < sizeof taken / sizeof *taken; i++)
        if (sigismember(&tty->set, taken[i]))
            signal(taken[i], SIG_DFL);
}

// Presses of a button, with numbers in decimal: as far as all terminals go that have a second
// screen. Others ignore it.
static const char mouse_on[] = "\033[?1000h\033[?1006h", mouse_off[] = "\033[?1006l\033[?1000l";
static const char paste_on[] = "\033[?2004h", paste_off[] = "\033[?2004l"; // bracketed

static void put_last(struct picture *p, const char *bytes)
{
    tty_write_last(p->tty, bytes, strlen(bytes));
}

// See careful.h.
static bool keeps_history(void)
{
    const char *name = getenv("TERM"), *session = getenv("STY");
    return !enter_ca_mode || (name && !strncmp(name, "screen", 6)) || (session && *session);
}

static const char *move_to(int row, int column)
{
    return tiparm(cursor_address, row, column);
}

static void add_colour(struct text *out, const char *capability, int colour)
{
    if (capability && colour >= 0)
        careful_bare(out, tiparm(capability, colour));
}

static void write_style(const struct picture *p, int style, attr_t wanted, char to[CAREFUL_STYLE])
{
    struct text out = TEXT_INIT;
    short text = -1, ground = -1;
    careful_bare(&out, exit_attribute_mode);
    careful_bare(&out, wanted & A_BOLD ? enter_bold_mode : NULL);
    careful_bare(&out, wanted & A_UNDERLINE ? enter_underline_mode : NULL);
    careful_bare(&out, wanted & A_REVERSE ? enter_reverse_mode : NULL);
    if (p->pairs[style] && pair_content(p->pairs[style], &text, &ground) == OK) {
        add_colour(&out, set_a_foreground, text);
        add_colour(&out, set_a_background, ground);
    }
    if (out.len < CAREFUL_STYLE)
        memcpy(to, text_str(&out), out.len + 1);
    text_release(&out);
}

static void be_careful(struct picture *p)
{
    p->careful = (struct careful){
        .i18n = p->i18n, .move = move_to, .erase = clr_eol, .plain = exit_attribute_mode};
    for (int style = 0; style < CELL_STYLES; style++)
        write_style(p, style, p->attributes[style], p->careful.style[style]);
    write_style(p, CELL_PLAIN, p->attributes[CELL_PLAIN] & ~A_BOLD, p->careful.blank);
}

// What puts the terminal back when the program ends on its way, and on every way where the screen
// itself has to be blanked.
static void prepare_restore(struct picture *p)
{
    struct text out = TEXT_INIT;
    if (p->history)
        careful_erase(&out, &p->careful, COLS, LINES);
    careful_bare(&out, exit_attribute_mode);
    if (p->second_screen) {
        text_add(&out, mouse_off);
        text_add(&out, paste_off);
    }
    careful_bare(&out, keypad_local);
    careful_bare(&out, exit_ca_mode);
    careful_bare(&out, cursor_normal);
    tty_restore_with(p->tty, text_str(&out));
    text_release(&out);
}

// Curses keeps what it has shown in three windows, whose memory it gives back as it is.
static void forget_windows(void)
{
    werase(stdscr);
    werase(newscr);
    werase(curscr);
}

void picture_fit(struct picture *p)
{
    struct winsize size;
    forget_windows();
    if (ioctl(p->tty->out, TIOCGWINSZ, &size) == 0 && size.ws_row && size.ws_col)
        resize_term(size.ws_row, size.ws_col);
    prepare_restore(p);
    picture_redraw(p);
}

// A variable of the environment for a moment; `was`: what to put back.
static char *lend_variable(const char *name, unsigned value)
{
    char words[16];
    const char *old = getenv(name);
    char *was = old ? strdup(old) : NULL;
    if (old && !was)
        oom();
    snprintf(words, sizeof words, "%u", value);
    setenv(name, words, 1);
    return was;
}

static void return_variable(const char *name, char *was)
{
    if (was)
        setenv(name, was, 1);
    else
        unsetenv(name);
    free(was);
}

// Curses cannot ask the file that it writes into how large the terminal is: it would set a
// scrolling region for 24 rows. Below that some terminals neither insert nor delete, and a shell
// finds it.
static SCREEN *open_as_large(const struct tty *tty, FILE *sink)
{
    struct winsize size;
    if (ioctl(tty->out, TIOCGWINSZ, &size) || !size.ws_row || !size.ws_col)
        return newterm(NULL, sink, stdin);
    char *rows = lend_variable("LINES", size.ws_row),
         *columns = lend_variable("COLUMNS", size.ws_col);
    SCREEN *screen = newterm(NULL, sink, stdin);
    return_variable("LINES", rows);
    return_variable("COLUMNS", columns);
    return screen;
}

struct picture *picture_open(struct tty *tty, const struct i18n *i18n,
                             const struct terminal_looks *looks)
{
    struct picture *p = xcalloc(1, sizeof *p);
    int sink = memfd_create("screen", MFD_CLOEXEC);
    p->i18n = i18n;
    p->tty = tty;
    p->sink = sink < 0 ? NULL : fdopen(sink, "w");
    if (p->sink)
        p->screen = open_as_large(tty, p->sink);
    if (!p->screen) {
        picture_close(p);
        return NULL;
    }
    take_back_signals(tty);
    p->rows = LINES;
    p->columns = COLS;
    p->second_screen = enter_ca_mode != NULL;
    p->history = keeps_history();
    nonl();
    idlok(stdscr, TRUE);
    typeahead(-1);
    choose_looks(p, looks);
    be_careful(p);
    picture_fit(p);
    return p;
}

// And what it has written in a buffer of its own, as big as the first screen was: a screen of that
// size at least, every cell another than the one before, is written over it. Nobody gets to see it.
static void forget_written(struct picture *p)
{
    int rows = LINES, columns = COLS;
    forget_windows(); // another size gives their memory back as it is
    resize_term(rows > p->rows ? rows : p->rows, columns > p->columns ? columns : p->columns);
    for (int row = 0; row < LINES; row++)
        for (int column = 0; column < COLS; column++)
            mvaddch(row, column, column % 2 ? '.' | A_BOLD : ':');
    clearok(curscr, TRUE);
    refresh();
    resize_term(rows, columns);
    if (ftruncate(fileno(p->sink), 0) != 0)
        p->tty->torn = true;
    lseek(fileno(p->sink), 0, SEEK_SET);
}

// Its buffers are given back as they are; what is written here nobody gets.
void picture_close(struct picture *p)
{
    if (p->screen) {
        forget_written(p);
        forget_windows();
        delscreen(p->screen);
    }
    if (p->sink)
        fclose(p->sink);
    cells_release(&p->shown);
    explicit_bzero(p, sizeof *p);
    free(p);
}

void picture_size(const struct picture *p, int *columns, int *rows)
{
    (void)p;
    getmaxyx(stdscr, *rows, *columns);
}

bool picture_ascii(const struct picture *p)
{
    return only_ascii(p->i18n);
}

void picture_describe_keys(const struct picture *p, struct keys *keys)
{
    (void)p;
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

// ---- out ---------------------------------------------------------------------------------------

// Sends what curses has written. -1: it could not all be sent, and the screen is unknown.
static int deliver(struct picture *p, bool last)
{
    int sink = fileno(p->sink), status = 0;
    off_t end = lseek(sink, 0, SEEK_CUR);
    char piece[CHUNK];
    for (off_t at = 0; at < end;) {
        size_t left = (size_t)(end - at);
        ssize_t n = pread(sink, piece, left < sizeof piece ? left : sizeof piece, at);
        if (n <= 0)
            break;
        if (last)
            tty_write_last(p->tty, piece, (size_t)n);
        else if (!status)
            status = tty_write(p->tty, piece, (size_t)n);
        at += n;
    }
    explicit_bzero(piece, sizeof piece);
    // It held what was shown. To write over a key's few bytes is cheaper than to take the page
    // away.
    bool forgotten = end <= (off_t)sizeof piece ? pwrite(sink, piece, (size_t)end, 0) == end
                                                : ftruncate(sink, 0) == 0;
    lseek(sink, 0, SEEK_SET);
    return forgotten ? status : -1;
}

void picture_enter(struct picture *p)
{
    struct text out = TEXT_INIT;
    if (p->second_screen) // such terminals know, or ignore, bracketed paste
        text_add(&out, paste_on);
    if (p->second_screen && !p->no_mouse)
        text_add(&out, mouse_on);
    if (p->history) { // else curses enters with its next refresh
        careful_bare(&out, enter_ca_mode);
        careful_bare(&out, keypad_xmit);
    } else {
        keypad(stdscr, TRUE);
    }
    tty_write(p->tty, text_str(&out), out.len);
    text_release(&out);
    picture_redraw(p);
}

static void erase_scrollback(struct picture *p)
{
    const char *erases = p->second_screen ? NULL : tigetstr("E3");
    if (erases && erases != (char *)-1)
        put_last(p, erases);
}

void picture_forget(struct picture *p)
{
    if (!p->history)
        forget_written(p);
    forget_windows();
    picture_redraw(p);
    erase_scrollback(p);
}

void picture_leave(struct picture *p)
{
    if (p->tty->torn) // it may stand inside a sequence
        put_last(p, "\030");
    if (p->history) {
        put_last(p, p->tty->restore);
    } else {
        if (p->tty->torn)
            clearok(curscr, TRUE);
        erase();
        refresh();
        endwin();
        deliver(p, true);
        put_last(p, mouse_off);
        put_last(p, paste_off);
    }
    erase_scrollback(p);
    p->tty->torn = false;
}

void picture_mouse(struct picture *p, bool on)
{
    const char *bytes = on ? mouse_on : mouse_off;
    p->no_mouse = !on;
    if (p->second_screen)
        tty_write(p->tty, bytes, strlen(bytes));
}

// A cell as curses wants it.
static void put_curses(struct picture *p, int row, int column, const struct cell *cell)
{
    uint32_t letters[CELL_CHARS + 1];
    wchar_t wide[CELL_CHARS + 1];
    cchar_t out;
    careful_letters(p->i18n, cell, letters);
    for (int i = 0; i <= CELL_CHARS; i++)
        wide[i] = (wchar_t)letters[i];
    bool blank = wide[0] == L' ' && cell->style == CELL_PLAIN;
    setcchar(&out, wide, blank ? A_NORMAL : p->attributes[cell->style], p->pairs[cell->style],
             NULL);
    mvadd_wch(row, column, &out);
    if (cell->width == 2 && wide[0] == L'?')
        mvaddch(row, column + 1, ' ');
}

static void put_row(struct picture *p, const struct cells *cells, int row, bool fresh)
{
    for (int column = 0; column < cells->columns; column++) {
        const struct cell *cell = cells_at(cells, row, column);
        const struct cell *shown = cells_at(&p->shown, row, column);
        if (cell->width > 0 && (fresh || memcmp(cell, shown, sizeof *cell) != 0))
            put_curses(p, row, column, cell);
    }
}

static int show_with_curses(struct picture *p, const struct cells *cells, bool fresh)
{
    for (int row = 0; row < cells->rows; row++)
        if (fresh || !cells_row_equal(&p->shown, cells, row))
            put_row(p, cells, row, fresh);
    move(cells->cursor_row, cells->cursor_column);
    refresh();
    return deliver(p, false);
}

static int show_carefully(struct picture *p, const struct cells *cells, bool fresh)
{
    struct text out = TEXT_INIT;
    careful_paint(&out, &p->careful, fresh ? NULL : &p->shown, cells);
    int status = tty_write(p->tty, text_str(&out), out.len);
    text_release(&out);
    return status;
}

void picture_redraw(struct picture *p)
{
    cells_release(&p->shown);
    clearok(curscr, TRUE);
}

void picture_show(struct picture *p, const struct cells *cells)
{
    bool fresh = p->shown.columns != cells->columns || p->shown.rows != cells->rows;
    int status = p->history ? show_carefully(p, cells, fresh) : show_with_curses(p, cells, fresh);
    if (status < 0) {
        picture_redraw(p); // if it goes on at all
        return;
    }
    if (fresh)
        cells_resize(&p->shown, cells->columns, cells->rows);
    memcpy(cells_at(&p->shown, 0, 0), cells_at(cells, 0, 0),
           (size_t)cells->columns * (size_t)cells->rows * sizeof(struct cell));
}
