// SPDX-License-Identifier: MIT
// The program's entry: reads the clock (nothing else does), takes the command line apart and runs
// the sub-command.
#include <time.h>

#include "app/command.h"

static date today(void)
{
    time_t now = time(NULL);
    struct tm day;
    if (now == (time_t)-1 || !localtime_r(&now, &day))
        return DATE_MIN;
    return date_make(day.tm_year + 1900, day.tm_mon + 1, day.tm_mday);
}

int main(int argc, char **argv)
{
    struct call call;
    int status = EXIT_SOFTWARE;
    if (!call_parse(&call, argc, argv, today(), &status))
        return status;
    return call.command->run(&call);
}
