// SPDX-License-Identifier: MIT
// How a code lies on a screen; see qr.h.
#include "base/qr.h"

bool qr_dark(const struct qr *qr, int row, int column)
{
    row -= QR_QUIET;
    column -= QR_QUIET;
    return row >= 0 && column >= 0 && row < qr->side && column < qr->side &&
           qr->dark[row * qr->side + column];
}

int qr_rows(int side, enum qr_look look)
{
    int all = side + 2 * QR_QUIET;
    return look == QR_CELLS ? all : (all + 1) / 2;
}

int qr_columns(int side, enum qr_look look)
{
    return (side + 2 * QR_QUIET) * (look == QR_CELLS ? 2 : 1);
}

int qr_side_for(int rows, int columns, enum qr_look look)
{
    int side = QR_MOST_SIDE;
    while (side >= QR_LEAST_SIDE &&
           (qr_rows(side, look) > rows || qr_columns(side, look) > columns))
        side -= 4;
    return side;
}
