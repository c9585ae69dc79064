// SPDX-License-Identifier: MIT
// Text inside HTML and SVG.
#ifndef TANU_BASE_HTML_H
#define TANU_BASE_HTML_H

#include <stdbool.h>

#include "base/text.h"

// Appends the words so that they are text in an element and in a quoted attribute. NULL: nothing.
void html_escape(struct text *out, const char *words);

// An address that may stand in a link: http or https, nothing else (a pack from elsewhere could say
// "javascript:").
bool html_linkable(const char *url);

#endif
