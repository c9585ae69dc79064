// SPDX-License-Identifier: MIT
// Every page builder, on packs that hold one of each thing a page can show. One row is a case and
// the pages that are built of it; what stands on them is compared with tests/unit/pages.golden.
//
// GENERATE=1 writes that file anew, on purpose: then the diff is to be read.
#include "golden.h"
#include "page-lines.h"
#include "stage.h"
#include "view/form.h"
#include "view/letter.h"
#include "view/letterhead.h"

enum { MOST = 20 };

// ---- what is built -----------------------------------------------------------------------------

struct stage { // where a builder stands
    struct ground g;
    struct session session;
    struct assessment a;
    const char *word; // of the row: what is typed, a question, a rule
};

static struct page *tab(const struct stage *s)
{
    struct ground g = s->g;
    g.details = !s->word[1]; // "3", or "3 folded"
    return page_result(&g, (enum tab)(s->word[0] - '0'), PAGE_FOCUS_OWN);
}

static struct page *report(const struct stage *s)
{
    return page_report(&s->g);
}

static struct page *brief(const struct stage *s)
{
    return page_short(&s->g);
}

static struct page *asked(const struct stage *s)
{
    const char *typed = strchr(s->word, ' ');
    int32_t q = typed || *s->word ? NONE : session_question(&s->session);
    char id[40];
    snprintf(id, sizeof id, "%.*s", (int)strcspn(s->word, " "), s->word);
    if (q == NONE)
        q = question(id);
    struct asking asking = {.question = q,
                            .focus = PAGE_FOCUS_OWN,
                            .inside = NONE,
                            .typed = typed ? typed + 1 : "",
                            .cursor = typed ? strlen(typed + 1) : 0};
    const struct answer *kept = session_kept(&s->session, q);
    if (pack->questions[q].type == Q_MANY && kept->state == ANSWER_GIVEN)
        asking.many = (uint64_t)kept->value;
    return page_question(&s->g, &s->session, &asking);
}

static struct page *helped(const struct stage *s)
{
    static const struct hint keys[] = {{"F1", "helps", 0}, {"x", "does something", 0}};
    return page_question_help(&s->g, question(s->word), keys, 2);
}

static struct page *why(const struct stage *s)
{
    return page_question_why(&s->g, question(s->word));
}

static struct page *review(const struct stage *s)
{
    return page_review(&s->g, &s->session, false, PAGE_FOCUS_OWN);
}

static struct page *side(const struct stage *s)
{
    return page_side(&s->g, &s->session, true);
}

static struct page *keys(const struct stage *s)
{
    static const struct hint list[] = {{"F1", "helps", 0}};
    return page_keys(&s->g, list, 1);
}

static struct page *languages(const struct stage *s)
{
    return page_languages(&s->g, PAGE_FOCUS_OWN);
}

static struct page *confirm(const struct stage *s)
{
    return page_confirm(&s->g, s->word[0] == 'q' ? CONFIRM_QUIT : CONFIRM_AGAIN, 1);
}

static struct page *compared(const struct stage *s)
{
    int32_t countries[COMPARE_MOST];
    int n = 0;
    for (const char *at = s->word; *at; at += 2 + (at[2] == ','))
        for (int32_t c = 0; c < pack->n_countries; c++)
            if (!strncmp(pack->countries[c], at, 2))
                countries[n++] = c;
    return page_compare(&s->g, countries, n, 0);
}

static struct page *picked(const struct stage *s)
{
    struct picking picking = {.typed = s->word, .cursor = strlen(s->word), .focus = PAGE_FOCUS_OWN};
    picking.focus_on = NONE;
    if (!*s->word)
        picking.chosen[picking.n_chosen++] = 1;
    return page_destinations(&s->g, &picking);
}

static struct page *rules(const struct stage *s)
{
    return page_rules(&s->g, PAGE_FOCUS_OWN);
}

static struct page *taken(const struct stage *s)
{
    static const struct take_way ways[] = {{0, "A file", "pdf"}, {-100, "A phone", ""}};
    return page_take(&s->g, s->word, *s->word ? "LESS" : "", ways, *s->word ? 2 : 0,
                     PAGE_FOCUS_OWN);
}

static struct page *saved(const struct stage *s)
{
    return page_save(&s->g, "A document", s->word, strlen(s->word));
}

// Too small a screen: the code in words.
static struct page *on_phone(const struct stage *s)
{
    return page_phone(&s->g, NULL, s->word, 1, 0, false);
}

static struct page *blank_form(const struct stage *s)
{
    static struct form form;
    form_plan(&form, pack, s->g.engine, pack_country(pack, s->word));
    return page_form(&s->g, &form);
}

static struct page *explained(const struct stage *s)
{
    return page_explanation(&s->g, s->word);
}

static struct page *letters(const struct stage *s)
{
    static const struct take_way ways[] = {{0, "A file", "pdf"}, {1, "Paper", ""}};
    const struct letter *all[MOST];
    for (int32_t i = 0; i < pack->n_letters; i++)
        all[i] = &pack->letters[i];
    return page_letters(&s->g, all, (int)pack->n_letters, ways, 2, PAGE_FOCUS_OWN);
}

static struct page *letter(const struct stage *s)
{
    return page_letter(&s->g, &pack->letters[s->word[0] - '0']);
}

// ---- the rows ----------------------------------------------------------------------------------

static const struct scene {
    const char *name;
    const char *answers; // "question=word …"; words with blanks have _ in their place
    struct {
        const char *name;
        struct page *(*build)(const struct stage *s);
        const char *word;
    } pages[MOST];
} scenes[] = {
    {"a favourable case",
     "destination=KZ award_country=AU purpose=study level=bachelor mode=campus accredited=yes "
     "years=4 documents_held=diploma",
     {{"first", tab, "0"},
      {"why", tab, "1"},
      {"papers", tab, "2"},
      {"steps", tab, "3"},
      {"rights", tab, "4"},
      {"help", tab, "5"},
      {"sources", tab, "6"},
      {"side", side, ""},
      {"rules", rules, ""},
      {"take away", taken, "CODE"},
      {"nothing to take away", taken, ""},
      {"a file", saved, "x.pdf"},
      {"no room for a picture", on_phone, "CODE"},
      {"form", blank_form, "KZ"},
      {"steps", tab, "3 folded"},
      {"sources", tab, "6 folded"}}},
    {"a refusal, with reasons set aside",
     "destination=KZ award_country=CN purpose=study level=bachelor mode=online accredited=no "
     "years=2 "
     "documents_held=unknown",
     {{"first", tab, "0"},
      {"why", tab, "1"},
      {"papers", tab, "2"},
      {"help", tab, "5"},
      {"rules", rules, ""},
      {"a rule", explained, "different"},
      {"a rule", explained, "kz-online"},
      {"why", tab, "1 folded"},
      {"papers", tab, "2 folded"},
      {"help", tab, "5 folded"}}},
    {"one by one, nothing known of the way",
     "destination=AU award_country=RU purpose=work level=master mode=online institution=X",
     {{"first", tab, "0"},
      {"why", tab, "1"},
      {"steps", tab, "3"},
      {"steps", tab, "3 folded"},
      {"rights", tab, "4"},
      {"review", review, ""}}},
    {"reasons of several effects, in the order of the pack",
     "destination=AU award_country=RU purpose=study level=bachelor mode=online accredited=no "
     "years=2",
     {{"first", tab, "0"}, {"why", tab, "1"}}},
    {"refused by practice, with the grounds of a challenge",
     "destination=CN award_country=KZ purpose=study level=bachelor mode=campus accredited=no "
     "years=5",
     {{"first", tab, "0"},
      {"why", tab, "1"},
      {"rights", tab, "4"},
      {"help", tab, "5"},
      {"a rule", explained, "conditional"},
      {"its row", explained, "p-condition"}}},
    {"a party that may be bound, and an agreement of work",
     "destination=KG award_country=KZ purpose=work level=bachelor",
     {{"first", tab, "0"},
      {"why", tab, "1"},
      {"rights", tab, "4"},
      {"sources", tab, "6"},
      {"rights", tab, "4 folded"},
      {"sources", tab, "6 folded"}}},
    {"neighbours at work",
     "destination=KZ award_country=RU purpose=work level=bachelor",
     {{"rights", tab, "4"}, {"papers", tab, "2"}, {"beside another", compared, "KZ,RU"}}},
    {"at home",
     "destination=KZ award_country=KZ purpose=study level=bachelor",
     {{"rights", tab, "4"}}},
    {"almost nothing said",
     "destination=KZ",
     {{"first", tab, "0"},
      {"why", tab, "1"},
      {"papers", tab, "2"},
      {"rights", tab, "4"},
      {"help", tab, "5"},
      {"side", side, ""},
      {"review", review, ""}}},
    {"no file",
     "destination=JP award_country=AU purpose=study level=bachelor",
     {{"first", tab, "0"}, {"papers", tab, "2"}, {"steps", tab, "3"}, {"rights", tab, "4"}}},
    {"nothing said",
     "",
     {{"question", asked, ""},
      {"typed", asked, "destination kaz"},
      {"found none", asked, "destination zz"},
      {"former", asked, "destination ussr"},
      {"former, without one that can be chosen", asked, "destination netherlands antilles"},
      {"help", helped, "level"},
      {"help", helped, "destination"},
      {"why", why, "level"},
      {"why", why, "mode"},
      {"review", review, ""},
      {"side", side, ""}}},
    {"words that are filled in",
     "destination=KZ award_country=AU purpose=study level=master mode=campus accredited=yes "
     "years=4 "
     "documents_held=diploma institution=The_College",
     {{"why", tab, "1"}, {"help", tab, "5"}, {"review", review, ""}}},
    {"questions",
     "destination=KZ award_country=none purpose=unknown level=master",
     {{"one", asked, "purpose"},
      {"one, answered", asked, "level"},
      {"usual", asked, "mode"},
      {"number", asked, "years 3"},
      {"many", asked, "documents_held"},
      {"text", asked, "institution X"},
      {"with another row", asked, "award_country"},
      {"keys", keys, ""},
      {"confirm", confirm, "q"}}},
    {"several marked",
     "destination=KZ award_country=AU documents_held=diploma,marks",
     {{"many", asked, "documents_held"},
      {"languages", languages, ""},
      {"confirm", confirm, "a"},
      {"review", review, ""}}},
    {"side by side",
     "destination=KZ award_country=CN purpose=study level=bachelor mode=campus accredited=no "
     "years=5 "
     "documents_held=diploma",
     {{"three", compared, "KZ,CN,AU"},
      {"one", compared, "KZ"},
      {"none", compared, "JP"},
      {"pick", picked, ""},
      {"pick, typed", picked, "ch"},
      {"pick, none", picked, "zz"}}},
    {"on paper",
     "destination=KZ award_country=AU purpose=study level=bachelor mode=campus accredited=yes "
     "years=2 documents_held=diploma,marks",
     {{"report", report, ""}, {"short", brief, ""}}},
    {"on paper, with nothing known",
     "destination=JP award_country=AU purpose=work level=bachelor",
     {{"report", report, ""}, {"short", brief, ""}}},
};

// A second decision, and lists that answer in the place of the person.
static const struct scene guild[] = {
    {"a licence with a body, a fee and a list",
     "destination=KZ purpose=regulated_profession award_country=AU citizenship=KZ level=bachelor "
     "profession=medicine duration_years=6 years_taken=0 best_rank=10 institution=X "
     "destination_list=accepted profession_list=not_listed documents_held=diploma",
     {{"first", tab, "0"},
      {"why", tab, "1"},
      {"why", tab, "1 folded"},
      {"steps", tab, "3"},
      {"steps", tab, "3 folded"},
      {"papers", tab, "2"},
      {"rules", rules, ""},
      {"sources", tab, "6"},
      {"letters", letters, ""},
      {"letter", letter, "0"}}},
    {"citizens only",
     "destination=KZ purpose=regulated_profession award_country=AU citizenship=AU level=bachelor "
     "profession=law",
     {{"first", tab, "0"}, {"why", tab, "1"}, {"rules", rules, ""}, {"letter", letter, "0"}}},
    {"a convention that binds both",
     "destination=CN purpose=further_study award_country=AU citizenship=AU level=master",
     {{"rights", tab, "4"}, {"letter", letter, "0"}}},
    {"no licence is needed",
     "destination=CN purpose=regulated_profession award_country=AU citizenship=AU level=bachelor "
     "profession=engineering duration_years=4 years_taken=0 best_rank=10",
     {{"first", tab, "0"}, {"why", tab, "1"}, {"steps", tab, "3"}, {"steps", tab, "3 folded"}}},
    {"a list answers, and says something else than the person",
     "destination=KZ purpose=further_study award_country=AU citizenship=AU level=bachelor "
     "duration_years=4 years_taken=0 best_rank=10 institution=The_College "
     "destination_list=accepted",
     {{"first", tab, "0"},
      {"why", tab, "1"},
      {"list", asked, "destination_list"},
      {"help", helped, "destination_list"}}},
};

#include "scenes-rich.h"

// ---- the test ----------------------------------------------------------------------------------

static void answer_one(struct session *s, int32_t q, const char *word, size_t len)
{
    struct answer answer = {0};
    char text[80];
    snprintf(text, sizeof text, "%.*s", (int)len, word);
    for (char *at = text; (at = strchr(at, '_')) && pack->questions[q].type == Q_TEXT;)
        *at = ' ';
    if (pack->questions[q].type == Q_TEXT) {
        assert_int_equal(answer_read_text(&pack->questions[q], text, len, &answer),
                         ANSWER_TEXT_GOOD);
    } else {
        for (size_t at = 0; at <= len;) {
            size_t one = strcspn(word + at, ", ");
            if (answer_parse(pack, q, word + at, one, DAY, &answer))
                fail_msg("%s", text);
            at += one + 1;
        }
    }
    assert_int_equal(session_answer(s, q, &answer), 0);
}

static void read_answers(struct session *s, const char *answers)
{
    for (const char *at = answers; *at; at += strspn(at, " ")) {
        size_t id = strcspn(at, "="), len = strcspn(at, " ");
        char name[40];
        snprintf(name, sizeof name, "%.*s", (int)id, at);
        answer_one(s, question(name), at + id + 1, len - id - 1);
        at += len;
    }
    if (s->n_path == 1) // a destination without a file: the rest is not asked, a file may hold it
        s->current = s->all;
}

static void put_scene(struct text *out, const struct scene *row)
{
    static struct stage s;
    struct arena arena;
    memset(&s, 0, sizeof s);
    session_init(&s.session, pack, engine, DAY);
    read_answers(&s.session, row->answers);
    assess(engine, &s.session.current, ASSESS_FULL, &s.a);
    text_printf(out, "######## %s: %s\n", row->name, row->answers);
    for (int i = 0; i < MOST && row->pages[i].name; i++) {
        arena_init(&arena);
        s.word = row->pages[i].word;
        s.g = (struct ground){.arena = &arena,
                              .i18n = &i18n,
                              .pack = pack,
                              .engine = engine,
                              .as_of = DAY,
                              .answers = &s.session.current,
                              .assessment = &s.a,
                              .search = names};
        text_printf(out, "==== %s %s\n", row->pages[i].name, s.word);
        put_page(out, row->pages[i].build(&s));
        arena_release(&arena);
    }
    text_add(out, "\n");
    assessment_release(&s.a);
    session_release(&s.session);
}

static void test_pages(void **state)
{
    (void)state;
    static const struct {
        const char *pack;
        const struct scene *scenes;
        size_t count;
    } packs[] = {
        {"pages", scenes, sizeof scenes / sizeof *scenes},
        {"guild", guild, sizeof guild / sizeof *guild},
        {"rich", rich, sizeof rich / sizeof *rich},
    };
    struct text out = TEXT_INIT;
    for (size_t p = 0; p < sizeof packs / sizeof *packs; p++) {
        open_pack(packs[p].pack);
        for (size_t i = 0; i < packs[p].count; i++)
            put_scene(&out, &packs[p].scenes[i]);
        close_pack();
    }
    golden_compare("tests/unit/pages.golden", &out);
    text_release(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_pages)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
