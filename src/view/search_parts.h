// SPDX-License-Identifier: MIT
// What the searches in countries and in answers share; see search.h.
#ifndef TANU_VIEW_SEARCH_PARTS_H
#define TANU_VIEW_SEARCH_PARTS_H

#include "view/search.h"

struct names { // of one country, folded
    const char **name;
    int n;
};

struct search {
    struct arena arena; // no answers are in it
    const struct pack *pack;
    struct names *countries; // by index of the pack
    struct names *formers;   // by place in country_former_rows()
    size_t n_formers;
    struct mo *content[I18N_MAX_LANGUAGES]; // catalogues of the pack's content
    int n_content;
    bool looked; // for them
};

#endif
