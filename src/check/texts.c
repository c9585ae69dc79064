// SPDX-License-Identifier: MIT
#include "check/parts.h"
void texts_check(struct check_report *report, const struct pack *pack)
{
    (void)report;
    (void)pack;
}
