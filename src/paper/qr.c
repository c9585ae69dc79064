// SPDX-License-Identifier: MIT
#include "paper/qr.h"

#include <string.h>
#include "case/pocket.h"
#include "paper/ics.h"
#include "tongue/i18n.h"

static void draw_halves(struct text *out, const struct qr *qr, int row)
{
    static const char *const halves[] = {" ", "▄", "▀", "█"};
    for (int column = 0; column < qr->side + 2 * QR_QUIET; column++)
        text_add(out, halves[2 * qr_dark(qr, row, column) + qr_dark(qr, row + 1, column)]);
}

static void draw_cells(struct text *out, const struct qr *qr, int row)
{
    for (int column = 0; column < qr->side + 2 * QR_QUIET; column++)
        text_add(out, qr_dark(qr, row, column) ? "\033[40m  " : "\033[107m  ");
}

void qr_draw(struct text *out, const struct qr *qr, enum qr_look look)
{
    int step = look == QR_CELLS ? 1 : 2;
    for (int row = 0; row < qr->side + 2 * QR_QUIET; row += step) {
        text_add(out, look == QR_COLOUR ? "\033[30;107m" : "");
        if (look == QR_CELLS)
            draw_cells(out, qr, row);
        else
            draw_halves(out, qr, row);
        text_add(out, look == QR_INK ? "\n" : "\033[0m\n");
    }
}

// The next step for the phone's calendar, if it fits into one code.
static void put_calendar(struct text *out, const struct ground *g, size_t room, enum qr_look look)
{
    struct text step = TEXT_INIT;
    struct qr qr;
    if (ics_next_step(&step, g, (date)g->start, (date)g->deadline, "") && step.len <= room &&
        !qr_make(&qr, text_str(&step), step.len)) {
        text_printf(out, "%s\n", _("The next step, for the calendar"));
        qr_draw(out, &qr, look);
    }
    text_release(&step);
}

int qr_document(struct text *out, const struct ground *g, int rows, int columns, enum qr_look look,
                const char **why)
{
    struct pocket pocket;
    struct qr qr;
    size_t room = qr_room(qr_side_for(rows, columns, look));
    *why = qr_built()
               ? N_("This window is too small for a QR code; make it larger, or take another "
                    "format.")
               : N_("This program was built without QR codes; take another format.");
    if (room < 50)
        return -1;
    pocket_fill(&pocket, g, room);
    for (int i = 0; i < pocket.n; i++) {
        text_printf(out, "%d/%d\n", i + 1, pocket.n);
        if (qr_make(&qr, pocket.part[i], strlen(pocket.part[i])))
            return -1;
        qr_draw(out, &qr, look);
    }
    put_calendar(out, g, room, look);
    explicit_bzero(&qr, sizeof qr);
    return 0;
}
