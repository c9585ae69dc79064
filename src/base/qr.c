// SPDX-License-Identifier: MIT
// The modules of a QR code; see qr.h.
#include "base/qr.h"

#include <qrencode.h>
#include <string.h>

enum { LATIN_UTF8 = 26, VERSIONS = 12 }; // the number that says "UTF-8" to a reader

// What level L holds from version 1 on, less three bytes: with the mark for UTF-8, which takes one
// and a half, libqrencode goes on to the next version already there.
static const unsigned short rooms[VERSIONS] = {14,  29,  50,  75,  103, 131,
                                               151, 189, 227, 268, 318, QR_MOST_BYTES};

size_t qr_room(int side)
{
    int version = (side - 17) / 4;
    return side < QR_LEAST_SIDE ? 0 : rooms[(version < VERSIONS ? version : VERSIONS) - 1];
}

bool qr_built(void)
{
    return true;
}

int qr_make(struct qr *qr, const char *bytes, size_t len)
{
    QRinput *input = len && len <= QR_MOST_BYTES ? QRinput_new2(0, QR_ECLEVEL_L) : NULL;
    QRcode *code = NULL;
    if (input && !QRinput_appendECIheader(input, LATIN_UTF8) &&
        !QRinput_append(input, QR_MODE_8, (int)len, (const unsigned char *)bytes))
        code = QRcode_encodeInput(input);
    bool good = code && code->width <= QR_MOST_SIDE;
    if (good) {
        qr->side = code->width;
        for (int i = 0; i < code->width * code->width; i++)
            qr->dark[i] = code->data[i] & 1;
    }
    if (code) {
        memset(code->data, 0, (size_t)(code->width * code->width));
        QRcode_free(code);
    }
    QRinput_free(input);
    return good ? 0 : -1;
}
