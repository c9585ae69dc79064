// SPDX-License-Identifier: MIT
// Rows of test-pages.c, in the middle of which this stands: the scenes of the rich pack.
#ifndef TANU_TESTS_SCENES_RICH_H
#define TANU_TESTS_SCENES_RICH_H

// More than one of what a page shows once: offices, fees, steps, papers, open questions.
#define FOLDED                                                                                     \
    {"first", tab, "0 folded"}, {"why", tab, "1 folded"}, {"papers", tab, "2 folded"},             \
        {"steps", tab, "3 folded"}, {"rights", tab, "4 folded"}, {"help", tab, "5 folded"},        \
    {                                                                                              \
        "sources", tab, "6 folded"                                                                 \
    }
static const struct scene rich[] = {
    {"a way with many steps, and all reasons",
     "destination=KZ award_country=AU purpose=study level=bachelor quality=no length=short "
     "mode=campus place=village started=2020 awarded=2019 documents_held=diploma",
     {FOLDED,
      {"why", tab, "1"},
      {"papers", tab, "2"},
      {"steps", tab, "3"},
      {"rights", tab, "4"},
      {"help", tab, "5"},
      {"report", report, ""},
      {"short", brief, ""},
      {"side", side, ""}}},
    {"papers that are ticked",
     "destination=KZ award_country=AU purpose=study level=bachelor quality=yes length=long "
     "mode=campus place=town displaced=yes translation=certified "
     "documents_held=diploma,marks,syllabus",
     {FOLDED, {"papers", tab, "2"}, {"short", brief, ""}, {"report", report, ""}}},
    {"a refusal for work",
     "destination=KZ award_country=CN purpose=work level=bachelor quality=yes length=long "
     "mode=online translation=none documents_held=diploma",
     {FOLDED, {"why", tab, "1"}, {"papers", tab, "2"}, {"steps", tab, "3"}}},
    {"a profession with a body of its own",
     "destination=KZ award_country=AU purpose=profession level=bachelor profession=doctor "
     "quality=yes length=long mode=campus place=town",
     {FOLDED, {"steps", tab, "3"}, {"short", brief, ""}}},
    {"another one, for which there is no record",
     "destination=KZ award_country=AU purpose=profession level=master profession=lawyer",
     {FOLDED, {"steps", tab, "3"}, {"help", tab, "5"}}},
    {"a step with a fee of another office, none with a time",
     "destination=KZ award_country=AU purpose=other",
     {{"first", tab, "0"}, {"steps", tab, "3"}, {"steps", tab, "3 folded"}}},
    {"who comes for this need not apply: nothing is asked",
     "destination=CN purpose=other",
     {{"steps", tab, "3"}, {"steps", tab, "3 folded"}}},
    {"the same, where only the fee of another office is known",
     "destination=AU purpose=other",
     {{"steps", tab, "3"}, {"steps", tab, "3 folded"}}},
    {"one thing can be done, the rest is open",
     "destination=KZ award_country=AU purpose=study level=bachelor quality=no",
     {{"help", tab, "5"}, {"help", tab, "5 folded"}}},
    {"two things can be done, the rest is open",
     "destination=KZ award_country=AU purpose=study level=bachelor quality=no length=short",
     {{"help", tab, "5"}, {"help", tab, "5 folded"}}},
    {"fees and times that nobody has confirmed",
     "destination=CN award_country=KZ purpose=study level=bachelor mode=online",
     {FOLDED, {"why", tab, "1"}, {"steps", tab, "3"}, {"report", report, ""}}},
    {"nobody but an office that stands in",
     "destination=AU award_country=KZ purpose=work mode=online",
     {FOLDED, {"why", tab, "1"}, {"steps", tab, "3"}, {"help", tab, "5"}}},
    {"no file", "destination=JP award_country=KZ purpose=study mode=campus", {FOLDED}},
    {"letters, of which one objects",
     "destination=KZ award_country=AU purpose=study level=master quality=no length=long "
     "mode=campus place=village",
     {{"first", tab, "0"},
      {"why", tab, "1"},
      {"why", tab, "1 folded"},
      {"rights", tab, "4"},
      {"rights", tab, "4 folded"},
      {"letters", letters, ""},
      {"letter", letter, "0"},
      {"letter", letter, "1"},
      {"letter", letter, "2"}}},
    {"a letter about a bachelor's degree, online",
     "destination=KZ award_country=AU purpose=work level=bachelor quality=yes mode=online",
     {{"rights", tab, "4"},
      {"rights", tab, "4 folded"},
      {"letters", letters, ""},
      {"letter", letter, "0"},
      {"letter", letter, "2"}}},
    {"only two answers",
     "destination=KZ award_country=KG",
     {FOLDED, {"why", tab, "1"}, {"help", tab, "5"}, {"short", brief, ""}}},
};
#undef FOLDED

#endif
