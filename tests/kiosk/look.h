/* SPDX-License-Identifier: MIT
 * look: into a process and its memory, from outside.
 */
#ifndef KIOSK_LOOK_H
#define KIOSK_LOOK_H

enum { LOOK_WORD = 14, LOOK_PLACE = 200 };

/* The children of a process: how many, and one of them. */
int look_children(int of, int *one);
/* Kilobytes of its own memory. */
long look_memory(int pid);
/* Looks through all memory of the process that it can write (root) for a word of LOOK_WORD letters:
 * as bytes, UTF-16, UTF-32, and in the cells of a screen. 0, or the distance between two letters
 * and in which part of the memory; -1: it cannot be read. */
int look_for(int pid, const char *word, char where[LOOK_PLACE]);
int look_files(const char *folder); /* how many there are */

int look_has_line(const char *file, const char *words);

#endif
