/* SPDX-License-Identifier: MIT
 * vt-text: a frame as text for golden files.
 *
 *   == question 80x24 cursor 5,2 visible on "Bachelor"
 *    0|text of row 0, spaces at the end dropped
 *     ~..BBBB      attributes of row 0, column by column, if any is not plain
 *     f..2222      foreground colours, if any: 0-7, 8-f bright, # other of the 256, * direct
 *     b..44        background colours likewise
 *
 * Attributes: B bold, U underline, R reverse; D bold+underline, H bold+reverse, N
 * underline+reverse, A all three; I italic, blink or strike. Rows and columns count from 0. A wide
 * character takes two columns of them.
 */
#include "vt-priv.h"

#include <stdlib.h>
#include <string.h>

bool vt_cell(struct vt *v, int row, int col, VTermScreenCell *cell)
{
    VTermPos at = {.row = row, .col = col};
    memset(cell, 0, sizeof *cell);
    if (!vterm_screen_get_cell(v->screen, at, cell))
        cell->width = 1;
    return cell->chars[0] != (uint32_t)-1;
}

static char *put_utf8(uint32_t c, char *out)
{
    if (c < 0x80) {
        *out++ = (char)c;
        return out;
    }
    int more = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
    static const unsigned char lead[] = {0, 0xc0, 0xe0, 0xf0};
    *out++ = (char)(lead[more] | (c >> (6 * more)));
    while (more-- > 0)
        *out++ = (char)(0x80 | ((c >> (6 * more)) & 0x3f));
    return out;
}

void vt_cell_utf8(const VTermScreenCell *cell, char *out)
{
    if (!cell->chars[0])
        *out++ = ' ';
    for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell->chars[i]; i++)
        out = put_utf8(cell->chars[i], out);
    *out = '\0';
}

static void trim(char *text, char blank)
{
    size_t n = strlen(text);
    while (n > 0 && text[n - 1] == blank)
        text[--n] = '\0';
}

/* Columns `from` to `to` (not included) of a row, spaces at the end dropped. The caller frees. */
static char *row_text(struct vt *v, int row, int from, int to)
{
    char *text = NULL, cell_text[32];
    size_t size;
    FILE *out = open_memstream(&text, &size);
    for (int col = from; col < to; col++) {
        VTermScreenCell cell;
        if (!vt_cell(v, row, col, &cell))
            continue;
        vt_cell_utf8(&cell, cell_text);
        fputs(cell_text, out);
    }
    fclose(out);
    trim(text, ' ');
    return text;
}

static char attribute_letter(const VTermScreenCell *cell)
{
    if (cell->attrs.italic || cell->attrs.blink || cell->attrs.strike)
        return 'I';
    unsigned mask =
        cell->attrs.bold | (cell->attrs.underline ? 2u : 0u) | (cell->attrs.reverse ? 4u : 0u);
    return ".BUDRHNA"[mask];
}

static char colour_letter(const VTermColor *c, bool plain)
{
    if (plain)
        return '.';
    if (!VTERM_COLOR_IS_INDEXED(c))
        return '*';
    return c->indexed.idx < 16 ? "0123456789abcdef"[c->indexed.idx] : '#';
}

static char letter(const VTermScreenCell *cell, char kind)
{
    switch (kind) {
    case 'f':
        return colour_letter(&cell->fg, VTERM_COLOR_IS_DEFAULT_FG(&cell->fg));
    case 'b':
        return colour_letter(&cell->bg, VTERM_COLOR_IS_DEFAULT_BG(&cell->bg));
    default:
        return attribute_letter(cell);
    }
}

/* The line of attributes or colours below a row, left out if all is plain. */
static void put_letters(struct vt *v, int row, char kind, FILE *out)
{
    char *line = calloc((size_t)v->cols + 1, 1), last = '.';
    if (!line)
        return;
    for (int col = 0; col < v->cols; col++) {
        VTermScreenCell cell;
        if (vt_cell(v, row, col, &cell))
            last = letter(&cell, kind);
        line[col] = last; /* a right half looks like its left half */
    }
    trim(line, '.');
    if (*line)
        fprintf(out, "  %c%s\n", kind, line);
    free(line);
}

static void put_header(struct vt *v, const char *name, FILE *out)
{
    VTermPos at;
    vterm_state_get_cursorpos(vterm_obtain_state(v->term), &at);
    int to = at.col + 20 < v->cols ? at.col + 20 : v->cols;
    char *under = row_text(v, at.row, at.col, to);
    bool hidden = v->modes.on & MODE_CURSOR_HIDDEN;
    fprintf(out, "== %s %dx%d cursor %d,%d %s on \"%s\"", name, v->cols, v->rows, at.row, at.col,
            hidden ? "hidden" : "visible", under);
    if (v->bells)
        fprintf(out, " bell");
    fputc('\n', out);
    v->bells = 0;
    free(under);
}

void vt_text(struct vt *v, const char *name, FILE *out)
{
    put_header(v, name, out);
    for (int row = 0; row < v->rows; row++) {
        char *text = row_text(v, row, 0, v->cols);
        fprintf(out, "%2d|%s\n", row, text);
        free(text);
        put_letters(v, row, '~', out);
        put_letters(v, row, 'f', out);
        put_letters(v, row, 'b', out);
    }
}

bool vt_shows(struct vt *v, const char *text)
{
    bool found = false;
    for (int row = 0; row < v->rows && !found; row++) {
        char *line = row_text(v, row, 0, v->cols);
        found = strstr(line, text) != NULL;
        free(line);
    }
    return found;
}
