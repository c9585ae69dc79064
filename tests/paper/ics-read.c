// SPDX-License-Identifier: MIT
// Reads a calendar on standard input with libical, as a calendar program would, and prints one line
// an event: first day, day behind the last, alarms, UID, summary. Ends with 1 where the parser or
// RFC 5545 finds a fault, a line is longer than 75 octets or does not end in CR LF.
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char bytes[1 << 20];

static int lines_are_sound(void)
{
    for (char *line = bytes, *end; *line; line = end + 2) {
        end = strstr(line, "\r\n");
        if (!end || end - line > 75 || memchr(line, '\n', (size_t)(end - line)))
            return 0;
    }
    return 1;
}

int main(void)
{
    size_t len = fread(bytes, 1, sizeof bytes - 1, stdin);
    bytes[len] = '\0';
    icalcomponent *calendar = icalparser_parse_string(bytes);
    if (!calendar || icalcomponent_count_errors(calendar) || !icalrestriction_check(calendar) ||
        !lines_are_sound()) {
        printf("unsound\n");
        return 1;
    }
    for (icalcomponent *e = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT); e;
         e = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT)) {
        struct icaltimetype start = icalcomponent_get_dtstart(e), end = icalcomponent_get_dtend(e);
        printf("%04d-%02d-%02d %04d-%02d-%02d %d %s %s\n", start.year, start.month, start.day,
               end.year, end.month, end.day,
               icalcomponent_count_components(e, ICAL_VALARM_COMPONENT), icalcomponent_get_uid(e),
               icalcomponent_get_summary(e));
    }
    icalcomponent_free(calendar);
    return 0;
}
