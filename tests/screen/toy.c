/* SPDX-License-Identifier: MIT
 * toy: a tiny curses list, only there to test the screen-test harness itself.
 *
 * Keys: up, down, Enter (shows the choice), q (leaves). For the tests of the harness: h hangs, s
 * works for 50 ms before it answers, d leaves without restoring the terminal, p forbids others to
 * look at it, Esc shows that it came (curses waits a moment for more after it).
 */
#include <curses.h>
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <time.h>
#include <unistd.h>

static const char *const items[] = {"Bachelor", "Магистр", "博士", "Қазақша",
                                    "a much longer line than all the others"};
enum { ITEMS = sizeof items / sizeof *items };

static void paint(int focus, const char *note)
{
    erase();
    box(stdscr, 0, 0);
    attron(A_BOLD);
    mvprintw(0, 2, " toy %dx%d ", COLS, LINES);
    attroff(A_BOLD);
    for (int i = 0; i < ITEMS; i++) {
        if (i == focus)
            attron(A_REVERSE);
        mvaddnstr(2 + i, 2, i == focus ? "> " : "  ", 2);
        addnstr(items[i], COLS > 6 ? COLS - 6 : 1);
        attroff(A_REVERSE);
    }
    if (has_colors())
        attron(COLOR_PAIR(1));
    mvaddstr(LINES - 2, 2, note);
    if (has_colors())
        attroff(COLOR_PAIR(1));
    move(2 + focus, 4);
    refresh();
}

static void hang(void)
{
    for (volatile unsigned i = 0;; i++)
        ;
}

static const char *answer(int key, int *focus)
{
    switch (key) {
    case KEY_UP:
        *focus = (*focus + ITEMS - 1) % ITEMS;
        return "";
    case KEY_DOWN:
        *focus = (*focus + 1) % ITEMS;
        return "";
    case '\r':
        return items[*focus];
    case 27:
        return "Esc";
    case 's':
        nanosleep(&(struct timespec){0, 50000000}, NULL);
        return "slept";
    case 'p':
        prctl(PR_SET_DUMPABLE, 0);
        return "private";
    case 'h':
        hang();
        return "";
    case KEY_RESIZE:
        return "resized";
    default:
        return "";
    }
}

int main(void)
{
    int focus = 0, key;
    setlocale(LC_ALL, "");
    set_escdelay(25);
    initscr();
    raw();
    nonl();
    noecho();
    keypad(stdscr, TRUE);
    if (has_colors()) {
        start_color();
        use_default_colors();
        init_pair(1, COLOR_GREEN, -1);
    }
    paint(focus, "");
    while ((key = getch()) != 'q' && key != ERR) {
        if (key == 'd')
            _exit(3);
        const char *note = answer(key, &focus); /* moves the focus, so it comes first */
        paint(focus, note);
    }
    endwin();
    puts("Bye.");
    return 0;
}
