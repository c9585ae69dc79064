// SPDX-License-Identifier: MIT
// Rows of test-pages.c, in the middle of which this stands: the scenes of the rich pack.
#ifndef TANU_TESTS_SCENES_RICH_H
#define TANU_TESTS_SCENES_RICH_H

// ---- what more is built ------------------------------------------------------------------------

static void read_answers(struct session *s, const char *answers); // of test-pages.c

// Another case, by its answers; `close_other` gives it back.
struct other {
    struct session session;
    struct assessment a;
};

static void open_other(struct other *o, const char *answers)
{
    memset(o, 0, sizeof *o);
    session_init(&o->session, pack, engine, DAY);
    read_answers(&o->session, answers);
    assess(engine, &o->session.current, ASSESS_FULL, &o->a);
}

static void close_other(struct other *o)
{
    assessment_release(&o->a);
    session_release(&o->session);
}

// What moved since the answers of the word.
static struct page *changed(const struct stage *s)
{
    static struct other before;
    struct ground then = s->g;
    open_other(&before, s->word);
    then.answers = &before.session.current;
    then.assessment = &before.a;
    struct page *page = page_changed(&then, &s->g);
    close_other(&before);
    assert_non_null(page);
    return page;
}

// Two diplomas: this case, and that of the word.
static struct page *of_two(const struct stage *s, struct page *(*build)(const struct ground *g))
{
    static struct other second;
    static struct answers answers[2];
    struct assessment assessments[2];
    struct ground g = s->g;
    open_other(&second, s->word);
    answers[0] = s->session.current;
    answers[1] = second.session.current;
    assessments[0] = s->a;
    assessments[1] = second.a;
    const struct diplomas diplomas = {.answers = answers,
                                      .assessments = assessments,
                                      .n = 2,
                                      .carries = 1,
                                      .open = 0,
                                      .codes = {"AAA", "BBB"},
                                      .discreet = {"", "CCC"}};
    g.diplomas = &diplomas;
    g.diploma = 1;
    struct page *page = build(&g);
    close_other(&second);
    return page;
}

static struct page *first_of_two(const struct ground *g)
{
    return page_result(g, TAB_OUTCOME, PAGE_FOCUS_OWN);
}

static struct page *papers_of_two(const struct ground *g)
{
    return page_result(g, TAB_PAPERS, PAGE_FOCUS_OWN);
}

static struct page *list_of_two(const struct ground *g)
{
    return page_diplomas(g, true, true, PAGE_FOCUS_OWN);
}

static struct page *compared_of_two(const struct ground *g)
{
    const int32_t countries[] = {pack_country(pack, "KZ"), pack_country(pack, "CN")};
    return page_compare(g, countries, 2, 1);
}

static struct page *take_of_two(const struct ground *g)
{
    static const struct take_way ways[] = {{0, "A file", "pdf"}};
    return page_take(g, "", "", ways, 1, PAGE_FOCUS_OWN);
}

static struct page *two_first(const struct stage *s)
{
    return of_two(s, first_of_two);
}

static struct page *two_papers(const struct stage *s)
{
    return of_two(s, papers_of_two);
}

static struct page *two_listed(const struct stage *s)
{
    return of_two(s, list_of_two);
}

static struct page *two_taken(const struct stage *s)
{
    return of_two(s, take_of_two);
}

static struct page *two_reported(const struct stage *s)
{
    return of_two(s, page_report);
}

static struct page *two_compared(const struct stage *s)
{
    return of_two(s, compared_of_two);
}

// Which source a number stands for: "1".
static struct page *source_told(const struct stage *s)
{
    return page_source(&s->g, s->word[0] - '0');
}

// More ways than there are number keys, beside a code.
static struct page *many_ways(const struct stage *s)
{
    static const struct take_way ways[] = {{0, "A", ""}, {1, "B", ""}, {2, "C", ""}, {3, "D", ""},
                                           {4, "E", ""}, {5, "F", ""}, {6, "G", ""}, {7, "H", ""},
                                           {8, "I", ""}, {9, "J", ""}};
    return page_take(&s->g, s->word, "", ways, 10, PAGE_FOCUS_OWN);
}

// The letters that fit the case.
static struct page *fitting(const struct stage *s)
{
    static const struct take_way ways[] = {{0, "A file", "pdf"}};
    const struct letter *all[MOST];
    int n = letters_fitting(&s->g, all);
    return page_letters(&s->g, all, n, ways, 1, PAGE_FOCUS_OWN);
}

// A letter below a head and above a foot.
static struct page *headed(const struct stage *s)
{
    static const struct letterhead head = {.head = "The head: {title}", .foot = "The foot"};
    struct ground g = s->g;
    g.letterhead = &head;
    return page_letter(&g, &pack->letters[s->word[0] - '0']);
}

// Keys, and the people who help ("help", "desk", both, or nobody).
static struct page *people(const struct stage *s)
{
    static const struct hint list[] = {{"F1", "helps", 0}, {"x", "does something", 0}};
    struct ground g = s->g;
    g.help = strstr(s->word, "help") ? "Ask at the counter." : NULL;
    g.desk = strstr(s->word, "desk") ? "The desk is in room 5." : NULL;
    return page_keys(&g, list, 2);
}

// ---- the pages of a counsellor; the word says what they hold -----------------------------------

static struct page *early(const struct stage *s)
{
    return page_early(&s->g, &s->session, PAGE_FOCUS_OWN);
}

static struct page *desk(const struct stage *s)
{
    static const struct desk_row rows[] = {{0, "ada", "first"}, {1, "bob", "second"}};
    struct desk_page d = {.rows = rows,
                          .n = strstr(s->word, "rows") ? 2 : 0,
                          .hidden = strstr(s->word, "hidden") ? 3 : 0,
                          .fresh = strstr(s->word, "fresh") ? "cleo" : "",
                          .coded = strstr(s->word, "coded"),
                          .typed = strstr(s->word, "typed") ? "c" : ""};
    return page_desk(&s->g, &d, PAGE_FOCUS_OWN);
}

static struct page *notice(const struct stage *s)
{
    struct case_notice n = {.name = strstr(s->word, "name") ? "ada" : "",
                            .consent = strstr(s->word, "consent") ? "2026-01-01" : "",
                            .expires = strstr(s->word, "expires") ? "2027-01-01" : "",
                            .sealed = strstr(s->word, "sealed")};
    return page_notice(&s->g, &n);
}

static const char *said[] = {"One thing.", "Another."};
static const struct case_part parts[] = {
    {"Said", said, 2}, {"Nothing", said, 0}, {"More", said, 1}};

static struct page *summary(const struct stage *s)
{
    static const struct case_task tasks[] = {{"Write", "Ada", "2026-12-01", ""},
                                             {"Call", "Bob", "", "2026-11-01"},
                                             {"Wait", "", "2027-01-01", ""},
                                             {"Rest", "", "", ""}};
    bool all = *s->word;
    struct case_summary c = {.name = "ada",
                             .next = all ? "2026-12-24" : "",
                             .tasks = tasks,
                             .parts = parts,
                             .n_tasks = all ? 4 : 0,
                             .n_parts = all ? 3 : 0};
    return page_summary(&s->g, &c);
}

static struct page *kept(const struct stage *s)
{
    struct case_row rows[10];
    for (int i = 0; i < 10; i++)
        rows[i] = (struct case_row){100 + i, "Do it", i ? "" : "at once"};
    bool all = *s->word;
    struct case_page c = {.title = "ada",
                          .warning = all ? "It is over." : "",
                          .says = "A case.",
                          .first = parts,
                          .then = parts + 1,
                          .rows = rows,
                          .n_first = all ? 3 : 0,
                          .n_then = all ? 2 : 0,
                          .n_rows = all ? 10 : 0};
    return page_case(&s->g, &c, PAGE_FOCUS_OWN);
}

static struct page *welcome(const struct stage *s)
{
    return page_welcome(&s->g, strstr(s->word, "choose"), strstr(s->word, "code"), PAGE_FOCUS_OWN);
}

// ---- other pages -------------------------------------------------------------------------------

static struct page *all_rules(const struct stage *s)
{
    return page_explanation(&s->g, NULL);
}

static struct page *menu(const struct stage *s)
{
    static const struct hint rows[] = {{"A", "does a", 0}, {"B", "does b", 0}, {"C", "does c", 0},
                                       {"D", "does d", 0}, {"E", "does e", 0}, {"F", "does f", 0},
                                       {"G", "does g", 0}, {"H", "does h", 0}, {"I", "does i", 0},
                                       {"J", "does j", 0}};
    return page_menu(&s->g, rows, 10, PAGE_FOCUS_OWN);
}

// Of a kiosk: how many signs of a PIN, how many seconds, or "dark", "keys".
static struct page *kiosk(const struct stage *s)
{
    bool keys = strstr(s->word, "keys");
    if (!strncmp(s->word, "pin", 3))
        return page_service(&s->g, s->word[4] - '0');
    if (!strncmp(s->word, "idle", 4))
        return page_idle(&s->g, s->word[5] - '0', keys);
    return page_attract(&s->g, 3, strstr(s->word, "dark"), keys);
}

// ---- the rows ----------------------------------------------------------------------------------

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
      {"side", side, ""},
      {"beside others", compared, "KZ,CN,AU,JP"}}},
    {"papers that are ticked",
     "destination=KZ award_country=AU purpose=study level=bachelor quality=yes length=long "
     "mode=campus place=town displaced=yes translation=certified "
     "documents_held=diploma,marks,syllabus",
     {FOLDED, {"papers", tab, "2"}, {"short", brief, ""}, {"report", report, ""}}},
    {"a refusal for work",
     "destination=KZ award_country=CN purpose=work level=bachelor quality=yes length=long "
     "mode=online translation=none documents_held=diploma",
     {FOLDED,
      {"why", tab, "1"},
      {"papers", tab, "2"},
      {"steps", tab, "3"},
      {"beside others", compared, "KZ,CN,AU,JP"},
      {"changed", changed, "destination=CN award_country=KZ purpose=study level=bachelor"},
      {"changed", changed, "destination=JP award_country=KZ purpose=work level=bachelor"}}},
    {"a profession where nobody is known to decide",
     "destination=CN award_country=KZ purpose=profession level=bachelor profession=lawyer",
     {{"first", tab, "0"}, {"steps", tab, "3"}, {"steps", tab, "3 folded"}}},
    {"a profession with a body of its own",
     "destination=KZ award_country=AU purpose=profession level=bachelor profession=doctor "
     "quality=yes length=long mode=campus place=town",
     {FOLDED,
      {"steps", tab, "3"},
      {"short", brief, ""},
      {"beside others", compared, "KZ,CN,AU,JP"}}},
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
      {"letters that fit", fitting, ""},
      {"letter", letter, "0"},
      {"letter", letter, "1"},
      {"letter with a letterhead", headed, "2"}}},
    {"a letter about a bachelor's degree, online",
     "destination=KZ award_country=AU purpose=work level=bachelor quality=yes mode=online",
     {{"rights", tab, "4"},
      {"rights", tab, "4 folded"},
      {"letters that fit", fitting, ""},
      {"letter", letter, "0"},
      {"keys", people, ""},
      {"keys", people, "help"},
      {"keys", people, "desk"},
      {"keys", people, "help desk"}}},
    {"no letter fits",
     "destination=CN award_country=KZ purpose=work level=bachelor",
     {{"letters that fit", fitting, ""}}},
    {"two diplomas, and what another answer changed",
     "destination=KZ award_country=AU purpose=study level=bachelor quality=no length=short "
     "mode=campus place=village documents_held=diploma",
     {{"first", two_first,
       "destination=KZ award_country=KG purpose=study level=master quality=yes length=long "
       "mode=campus place=town"},
      {"papers", two_papers,
       "destination=KZ award_country=KG purpose=study level=master quality=yes length=long "
       "mode=campus place=town"},
      {"list", two_listed, "destination=KZ purpose=study"},
      {"list", two_listed, "destination=KZ award_country=KG purpose=study level=master"},
      {"codes", two_taken, "destination=KZ award_country=KG purpose=study level=master"},
      {"ways", many_ways, "CODE"},
      {"source", source_told, "1"},
      {"source", source_told, "5"},
      {"report", two_reported,
       "destination=KZ award_country=KG purpose=study level=master quality=yes length=long "
       "mode=campus place=town"},
      {"beside another", two_compared,
       "destination=KZ award_country=KG purpose=study level=master quality=yes length=long "
       "mode=campus place=town"},
      {"changed", changed,
       "destination=KZ award_country=AU purpose=study level=bachelor quality=yes length=long "
       "mode=campus place=town documents_held=diploma"},
      {"changed", changed,
       "destination=KZ award_country=AU purpose=work level=bachelor quality=no length=short "
       "mode=campus place=village documents_held=diploma"},
      {"changed", changed,
       "destination=KZ award_country=AU purpose=profession profession=lawyer level=bachelor "
       "quality=no length=short mode=campus place=village documents_held=diploma"}}},
    {"at the desk",
     "destination=KZ award_country=KG purpose=study",
     {{"early", early, ""},
      {"desk", desk, ""},
      {"desk", desk, "typed"},
      {"desk", desk, "rows"},
      {"desk", desk, "rows hidden typed"},
      {"desk", desk, "fresh"},
      {"desk", desk, "fresh coded typed"},
      {"notice", notice, ""},
      {"notice", notice, "name consent expires sealed"},
      {"summary", summary, ""},
      {"summary", summary, "all"},
      {"case", kept, ""},
      {"case", kept, "all"},
      {"welcome", welcome, ""},
      {"welcome", welcome, "choose code"}}},
    {"a kiosk",
     "destination=KZ award_country=KG purpose=study",
     {{"menu", menu, ""},
      {"between two visits", kiosk, ""},
      {"between two visits", kiosk, "keys"},
      {"between two visits", kiosk, "dark"},
      {"PIN", kiosk, "pin 0"},
      {"PIN", kiosk, "pin 4"},
      {"nobody there", kiosk, "idle 9"},
      {"nobody there", kiosk, "idle 1 keys"},
      {"all rules", all_rules, ""}}},
    {"all rules, and answers that papers gave",
     "destination=KZ award_country=AU purpose=study level=master quality=no length=short "
     "mode=campus place=village displaced=yes translation=certified documents_held=diploma",
     {{"all rules", all_rules, ""}, {"review", review, ""}, {"side", side, ""}}},
    {"an early answer, where all is decided",
     "destination=KZ award_country=AU purpose=study level=bachelor quality=yes length=long "
     "mode=campus place=town",
     {{"early", early, ""}}},
    {"an early answer, where nobody knows what it takes",
     "destination=CN award_country=AU purpose=other",
     {{"early", early, ""}}},
    {"only two answers",
     "destination=KZ award_country=KG",
     {FOLDED, {"why", tab, "1"}, {"help", tab, "5"}, {"short", brief, ""}}},
};
#undef FOLDED

#endif
