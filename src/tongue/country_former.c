// SPDX-License-Identifier: MIT
// States that are no more, of whose diplomas some are still in use: codes, names and years of
// withdrawal from ISO 3166-3 (iso-codes), the newest first. A country that only changed its name
// has one successor; where none of those is a State, the one that they belong to stands behind them
// (NL). Other names in Kazakh and Russian are the everyday ones.
#include "tongue/country.h"

#include "tongue/i18n.h"

static const struct country_former formers[] = {
    {"AN", "ANT", NC_("country", "Netherlands Antilles"), "Dutch Antilles|Нидерландские Антилы",
     2010, "BQ CW SX NL"},
    {"CS", "SCG", NC_("country", "Serbia and Montenegro"),
     "Serbia Montenegro|Сербия и Черногория|Сербия және Черногория", 2006, "ME RS"},
    {"YU", "YUG", NC_("country", "Yugoslavia"),
     "SFRY|FRY|Socialist Federal Republic of Yugoslavia|Югославия|СФРЮ|ЮСФР", 2003,
     "BA HR ME MK RS SI"},
    {"TP", "TMP", NC_("country", "Portuguese Timor"), "Португальский Тимор", 2002, "TL"},
    {"ZR", "ZAR", NC_("country", "Zaire"), "Заир", 1997, "CD"},
    {"CS", "CSK", NC_("country", "Czechoslovakia"), "CSSR|CSFR|Чехословакия|ЧССР|Чехо Словакия",
     1993, "CZ SK"},
    {"SU", "SUN", NC_("country", "Soviet Union"),
     "USSR|Union of Soviet Socialist Republics|СССР|Советский Союз|КСРО|Кеңес Одағы|Кеңестер Одағы",
     1992, "AM AZ BY EE GE KG KZ LT LV MD RU TJ TM UA UZ"},
    {"DD", "DDR", NC_("country", "German Democratic Republic"),
     "GDR|East Germany|ГДР|Восточная Германия", 1990, "DE"},
    {"YD", "YMD", NC_("country", "South Yemen"),
     "Democratic Yemen|Yemen Democratic|PDRY|Южный Йемен|Народная Демократическая Республика Йемен",
     1990, "YE"},
    {"BU", "BUR", NC_("country", "Burma"), "Бирма", 1989, "MM"},
    {"HV", "HVO", NC_("country", "Upper Volta"), "Верхняя Вольта", 1984, "BF"},
    {"RH", "RHO", NC_("country", "Southern Rhodesia"), "Rhodesia|Родезия|Южная Родезия", 1980,
     "ZW"},
    {"VD", "VDR", NC_("country", "North Vietnam"),
     "Democratic Republic of Viet-Nam|Северный Вьетнам|ДРВ", 1977, "VN"},
    {"DY", "DHY", NC_("country", "Dahomey"), "Дагомея", 1977, "BJ"},
};

const struct country_former *country_former_rows(size_t *count)
{
    *count = sizeof formers / sizeof *formers;
    return formers;
}

const char *country_former_name(const struct country_former *former)
{
    return i18n_marked("country", former->name);
}
