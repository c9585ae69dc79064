// SPDX-License-Identifier: MIT
// How much a QR code holds: with each size as much as qr_room() says, with the mark for UTF-8, and
// not one byte more.
#include "tests/unit/unit.h"

#include <string.h>

#include "base/qr.h"

static int side_for(size_t len)
{
    static struct qr qr;
    char bytes[QR_MOST_BYTES + 1];
    memset(bytes, 'a', sizeof bytes);
    return qr_make(&qr, bytes, len) ? 0 : qr.side;
}

static void test_room(void **state)
{
    (void)state;
    for (int side = QR_LEAST_SIDE; qr_built() && side <= QR_MOST_SIDE; side += 4) {
        assert_int_equal(side_for(qr_room(side)), side);
        assert_int_equal(side_for(qr_room(side) + 1), side < QR_MOST_SIDE ? side + 4 : 0);
        assert_int_equal(qr_room(side + 3), qr_room(side)); // no sizes between
    }
    assert_int_equal(qr_room(QR_MOST_SIDE), QR_MOST_BYTES);
    assert_int_equal(qr_room(QR_MOST_SIDE + 4), QR_MOST_BYTES);
    assert_int_equal(qr_room(QR_LEAST_SIDE - 1), 0);
    assert_int_equal(qr_room(0), 0);
    assert_int_equal(side_for(0), 0);
    assert_int_equal(side_for(1), qr_built() ? QR_LEAST_SIDE : 0);
}

// Where it is built, the corners are marked as every reader looks for them, and nothing is outside.
static void test_corners(void **state)
{
    static struct qr qr;
    (void)state;
    if (qr_make(&qr, "tanu", 4))
        return;
    static const int corners[][2] = {{0, 0}, {0, 1}, {1, 0}};
    for (size_t i = 0; i < sizeof corners / sizeof *corners; i++) {
        int row = corners[i][0] * (qr.side - 7), column = corners[i][1] * (qr.side - 7);
        for (int k = 0; k < 7; k++) { // the frame is black, the ring in it white
            assert_int_equal(qr.dark[row * qr.side + column + k], 1);
            assert_int_equal(qr.dark[(row + 6) * qr.side + column + k], 1);
            assert_int_equal(qr.dark[(row + k) * qr.side + column], 1);
            assert_int_equal(qr.dark[(row + k) * qr.side + column + 6], 1);
        }
        for (int k = 1; k < 6; k++)
            assert_int_equal(qr.dark[(row + 1) * qr.side + column + k], 0);
        assert_true(qr_dark(&qr, row + QR_QUIET, column + QR_QUIET));
    }
    for (int k = 0; k < qr.side + 2 * QR_QUIET; k++) {
        assert_false(qr_dark(&qr, QR_QUIET - 1, k));
        assert_false(qr_dark(&qr, k, QR_QUIET - 1));
        assert_false(qr_dark(&qr, qr.side + QR_QUIET, k));
        assert_false(qr_dark(&qr, k, qr.side + QR_QUIET));
        assert_false(qr_dark(&qr, -1, k));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_room), cmocka_unit_test(test_corners)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
