// SPDX-License-Identifier: MIT
// The output half of the terminal: cells to bytes. Curses decides which bytes bring the screen from
// what it shows to what it is to show; on terminals that keep what scrolls away careful.c does.
// What the description of the terminal says about its keys is read here as well, so that curses.c
// stays the only file that knows curses.
#ifndef TANU_FRONT_PICTURE_H
#define TANU_FRONT_PICTURE_H

#include "front/keys.h"
#include "front/terminal.h"
#include "front/tty.h"

struct picture;

// Borrows all three. NULL: the terminal cannot be used.
struct picture *picture_open(struct tty *tty, const struct i18n *i18n,
                             const struct terminal_looks *looks);
void picture_close(struct picture *p);
void picture_describe_keys(const struct picture *p, struct keys *keys);
bool picture_ascii(const struct picture *p);

void picture_enter(struct picture *p);  // the modes of the screen; the next show writes everything
void picture_leave(struct picture *p);  // blanks the screen and gives it back
void picture_forget(struct picture *p); // what scrolled away is nobody's any more
void picture_mouse(struct picture *p, bool on); // does the terminal tell of clicks?
void picture_fit(struct picture *p);            // to the size that the terminal has now
void picture_size(const struct picture *p, int *columns, int *rows);

void picture_show(struct picture *p, const struct cells *cells);
void picture_redraw(struct picture *p);

#endif
