// SPDX-License-Identifier: MIT
// How large a code is on a screen; see qr.h.
#include "base/qr.h"

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
