// SPDX-License-Identifier: MIT
// Names of countries; see country.h.
#include "tongue/country.h"

#include <stdio.h>
#include <string.h>
#include "base/text.h"
#include "base/utf8.h"
#include "tongue/i18n.h"
#include "tongue/mo.h"

// Names that the catalogues of iso-codes lack in some language, or say in an old way; ours come
// first.
static const char *const corrected[] = {
    NC_("country", "Bolivia"),
    NC_("country", "Hong Kong"),
    NC_("country", "Iran"),
    NC_("country", "Kyrgyzstan"),
    NC_("country", "Laos"),
    NC_("country", "Moldova"),
    NC_("country", "South Korea"),
    NC_("country", "North Korea"),
    NC_("country", "Syria"),
    NC_("country", "Taiwan"),
    NC_("country", "Tanzania"),
    NC_("country", "Türkiye"),
    NC_("country", "United States"),
    NC_("country", "United Kingdom"),
    NC_("country", "Venezuela"),
    NC_("country", "Russian Federation"),
    NC_("country", "Holy See (Vatican City State)"),
};

const struct country_row *country_row_of(const char *code)
{
    int low = 0, high = country_table_count;
    while (low < high) {
        int mid = (low + high) / 2, order = strcmp(country_table[mid].code, code);
        if (!order)
            return &country_table[mid];
        if (order < 0)
            low = mid + 1;
        else
            high = mid;
    }
    return NULL;
}

static const char *corrected_name(const char *name)
{
    char key[100];
    for (size_t k = 0; k < sizeof corrected / sizeof *corrected; k++) {
        if (strcmp(corrected[k], name))
            continue;
        snprintf(key, sizeof key, "country\004%s", name);
        const char *found = dgettext(TANU_DOMAIN, key);
        return found == key ? NULL : found;
    }
    return NULL;
}

const char *country_name(const struct i18n *i, const char *code)
{
    const struct country_row *row = country_row_of(code);
    if (!row || !strcmp(i->lang, "en"))
        return row ? row->name : code;
    const char *name = corrected_name(row->name);
    if (name)
        return name;
    if (i->countries)
        name = mo_find(i->countries, row->name);
    if (!name && i->countries && row->formal[0])
        name = mo_find(i->countries, row->formal);
    return name ? name : row->name;
}

// English names that take an article in a sentence.
#define THE(code, name)                                                                            \
    {                                                                                              \
        code, name, "the " name, "The " name                                                       \
    }
static const struct country_article articles[] = {
    THE("AE", "United Arab Emirates"),
    THE("BS", "Bahamas"),
    THE("CC", "Cocos (Keeling) Islands"),
    THE("CF", "Central African Republic"),
    THE("CG", "Congo"),
    THE("CK", "Cook Islands"),
    THE("DO", "Dominican Republic"),
    THE("FK", "Falkland Islands (Malvinas)"),
    THE("FO", "Faroe Islands"),
    THE("GB", "United Kingdom"),
    THE("GM", "Gambia"),
    THE("IM", "Isle of Man"),
    THE("IO", "British Indian Ocean Territory"),
    THE("KM", "Comoros"),
    THE("KY", "Cayman Islands"),
    THE("MH", "Marshall Islands"),
    THE("MP", "Northern Mariana Islands"),
    THE("MV", "Maldives"),
    THE("NL", "Netherlands"),
    THE("PH", "Philippines"),
    THE("RU", "Russian Federation"),
    THE("SB", "Solomon Islands"),
    THE("SC", "Seychelles"),
    THE("TC", "Turks and Caicos Islands"),
    THE("TF", "French Southern Territories"),
    THE("UM", "United States Minor Outlying Islands"),
    THE("US", "United States"),
    THE("VA", "Holy See (Vatican City State)"),
    THE("VG", "Virgin Islands, British"),
    THE("VI", "Virgin Islands, U.S."),
};
#undef THE

const struct country_article *country_article_rows(size_t *count)
{
    *count = sizeof articles / sizeof *articles;
    return articles;
}

const char *country_in_sentence(const struct i18n *i, const char *code, bool begins)
{
    bool english = code && !strcmp(i->lang, "en"); // a result says a dozen names
    for (size_t k = 0; english && k < sizeof articles / sizeof *articles; k++)
        if (articles[k].code[0] == code[0] && !strcmp(articles[k].code, code))
            return begins ? articles[k].begins : articles[k].within;
    return code ? country_name(i, code) : NULL;
}

const char *country_english(const char *code)
{
    const struct country_row *row = country_row_of(code);
    return row ? row->name : code;
}

const char *country_variants(const char *code)
{
    const struct country_row *row = country_row_of(code);
    return row ? row->variants : "";
}

// ---- what somebody may have meant ---------------------------------------------------------------

static bool is_one_of(const char *names, const struct text *folded)
{
    bool found = false;
    for (const char *s = names; *s && !found;) {
        struct text one = TEXT_INIT, name = TEXT_INIT;
        size_t len = strcspn(s, "|");
        text_bytes(&name, s, len);
        utf8_fold(&one, text_str(&name));
        found = one.len == folded->len && !strcmp(text_str(&one), text_str(folded));
        text_release(&one);
        text_release(&name);
        s += len + (s[len] == '|');
    }
    return found;
}

static const char *meant(const struct text *folded)
{
    for (int i = 0; i < country_table_count; i++) {
        const struct country_row *row = &country_table[i];
        if (is_one_of(row->code, folded) || is_one_of(row->alpha3, folded) ||
            is_one_of(row->name, folded) || is_one_of(row->formal, folded) ||
            is_one_of(row->variants, folded))
            return row->code;
    }
    return NULL;
}

// A flag is two letters of its own block: their code, into out[3].
static bool flag(const char *word, char out[3])
{
    size_t len = strlen(word);
    for (int i = 0; i < 2; i++) {
        uint32_t c = 0;
        size_t step = utf8_decode(word, len, &c);
        if (c < 0x1F1E6 || c > 0x1F1FF)
            return false;
        out[i] = (char)('A' + (c - 0x1F1E6));
        word += step;
        len -= step;
    }
    out[2] = 0;
    return !len;
}

const char *country_meant(const char *word)
{
    struct text folded = TEXT_INIT;
    char code[3];
    const struct country_row *row = flag(word, code) ? country_row_of(code) : NULL;
    if (row)
        return row->code;
    utf8_fold(&folded, word);
    const char *found = folded.len ? meant(&folded) : NULL;
    text_release(&folded);
    return found;
}

bool country_former_meant(const struct country_former *former, const char *word)
{
    struct text folded = TEXT_INIT;
    utf8_fold(&folded, word);
    bool found =
        folded.len && (is_one_of(former->code, &folded) || is_one_of(former->alpha3, &folded) ||
                       is_one_of(former->name, &folded) || is_one_of(former->variants, &folded));
    text_release(&folded);
    return found;
}
