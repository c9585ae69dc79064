// SPDX-License-Identifier: MIT
// The engine against brute force (engine_oracle.h), on random partial answers.
#include "tests/slow.h"
#include "tests/unit/unit.h"
#include <stdlib.h>
#include "engine/engine.h"
#include "pack/read/load.h"
#include "tests/unit/engine_oracle.h"

struct fixture {
    const struct pack *pack;
    struct oracle oracle;
    struct engine *engine;
    uint64_t random;
};

static uint32_t pick(struct fixture *f, uint32_t below)
{
    f->random = f->random * 6364136223846793005ULL + 1442695040888963407ULL;
    return (uint32_t)(f->random >> 33) % below;
}

static void start(struct fixture *f, const char *name, int32_t as_of)
{
    char dir[4096];
    struct diags diags;
    diags_init(&diags);
    snprintf(dir, sizeof dir, "%s/tests/packs/%s", getenv("TANU_SRC"), name);
    f->pack = pack_load(dir, 0, &diags);
    assert_non_null(f->pack);
    diags_release(&diags);
    oracle_init(&f->oracle, f->pack, as_of);
    f->engine = engine_new(f->pack, as_of);
    f->random = 20261101;
}

static void stop(struct fixture *f)
{
    engine_free(f->engine);
    oracle_release(&f->oracle);
    pack_free(f->pack);
}

// Some of these stand in a list of the guild.
static void name_institution(struct fixture *f, struct answer *a)
{
    static const char *const names[] = {"The College", "THE COLLEGE", "Old School", "Elsewhere"};
    a->text = names[pick(f, 4)];
    a->text_length = (int32_t)strlen(a->text);
}

// At most `open` questions are left absent or unknown; the destination may be any country.
static struct answers some_answers(struct fixture *f, uint32_t open)
{
    struct answers a;
    memset(&a, 0, sizeof a);
    for (int32_t q = 0; q < f->pack->n_questions; q++) {
        bool text = f->pack->questions[q].type == Q_TEXT;
        uint32_t n = text ? 1 : (uint32_t)f->oracle.n_values[q];
        a.of[q] = (struct answer){.state = ANSWER_GIVEN,
                                  .value = text ? 1 : f->oracle.values[q][pick(f, n)]};
        if (q == f->pack->q_institution)
            name_institution(f, &a.of[q]);
        if (f->pack->questions[q].type == Q_INTEGER && pick(f, 2))
            a.of[q].last = f->oracle.values[q][pick(f, n)];
    }
    for (uint32_t i = 0; i < open; i++) {
        int32_t q = (int32_t)pick(f, (uint32_t)f->pack->n_questions);
        if (q != f->pack->q_destination)
            a.of[q] = (struct answer){.state = pick(f, 3) ? ANSWER_ABSENT : ANSWER_UNKNOWN};
    }
    return a;
}

static void show(const struct fixture *f, const struct answers *a)
{
    for (int32_t q = 0; q < f->pack->n_questions; q++)
        if (a->of[q].state != ANSWER_ABSENT)
            print_message("%s=%s%lld ", f->pack->questions[q].id,
                          a->of[q].state == ANSWER_GIVEN ? "" : "?", (long long)a->of[q].value);
    print_message("\n");
}

// ---- gathered over all completions ------------------------------------------------------------

struct gathered {
    uint32_t outcomes, positions, froms;
    uint32_t academic, licence; // of the licence: bit 30 only the body, bit 31 none is asked for
    bool null, nowhere;         // somewhere no position; one that no instrument gives
    struct told all, any;       // sets that hold in every, in some completion
    uint64_t when, live;        // of one completion: findings that hold in all its worlds
    uint64_t unsettled;         // findings, in every completion
    int n;
};

// All worlds of a completion come one after the other.
static void gather_unsettled(const struct oracle *o, const struct world *w, const struct told *t,
                             struct gathered *g)
{
    bool first = w == o->worlds;
    g->when = first ? t->when : g->when & t->when;
    g->live = first ? t->live : g->live & t->live;
    if (w != o->worlds + o->n_worlds - 1)
        return;
    uint64_t unsettled = oracle_unsettled(o->pack, g->when, g->live);
    g->unsettled = g->n == o->n_worlds ? unsettled : g->unsettled & unsettled;
}

static void gather(const struct oracle *o, const struct world *w, const struct answers *a,
                   void *user)
{
    struct gathered *g = user;
    struct told t = oracle_tell(o, w, a);
    if (!g->n++)
        g->all = g->any = t;
    g->outcomes |= 1u << t.outcome;
    g->academic |= 1u << (t.academic == TABLE_GAP ? o->pack->outcome_individual : t.academic);
    g->licence |= 1u << (t.licence == TABLE_GAP ? 31 : t.licence == TABLE_BODY ? 30 : t.licence);
    g->null |= t.position == NONE;
    g->nowhere |= t.position_from == NONE;
    g->positions |= t.position == NONE ? 0 : 1u << t.position;
    g->froms |= t.position_from == NONE ? 0 : 1u << t.position_from;
    g->all.live &= t.live, g->any.live |= t.live;
    g->all.documents &= t.documents, g->any.documents |= t.documents;
    g->all.steps &= t.steps, g->all.rights &= t.rights, g->all.notices &= t.notices;
    gather_unsettled(o, w, &t, g);
}

static struct gathered gather_all(const struct fixture *f, const struct answers *a)
{
    struct gathered g = {0};
    oracle_completions(&f->oracle, a, gather, &g);
    return g;
}

// Papers and steps: what was answered "I don't know" counts as not asked.
static struct gathered gather_ordinary(const struct fixture *f, const struct answers *a)
{
    struct answers open = *a;
    for (int32_t q = 0; q < f->pack->n_questions; q++)
        if (open.of[q].state == ANSWER_UNKNOWN)
            open.of[q].state = ANSWER_ABSENT;
    open = oracle_usual(f->pack, &open);
    return gather_all(f, &open);
}

static bool one(uint32_t set)
{
    return set && !(set & (set - 1));
}

// The rule of the contract: what is certain, else what is so under usual values, else one by one.
static int32_t chosen(const struct fixture *f, uint32_t all, uint32_t usual)
{
    return __builtin_ctz(one(all) ? all : one(usual) ? usual : 1u << f->pack->outcome_individual);
}

static void check_decisions(const struct fixture *f, const struct assessment *out,
                            const struct gathered *g, const struct gathered *u)
{
    enum assess_state state = !one(g->outcomes)                                ? STATE_OPEN
                              : g->outcomes >> f->pack->outcome_individual & 1 ? STATE_INDIVIDUAL
                                                                               : STATE_DECIDED;
    assert_int_equal(out->state, state);
    assert_int_equal(out->licence.asked, !(g->licence >> 31));
    if (!out->licence.asked) {
        assert_int_equal(out->academic, out->outcome);
        return;
    }
    int32_t licence = chosen(f, g->licence, u->licence);
    assert_int_equal(out->academic, chosen(f, g->academic, u->academic));
    assert_int_equal(out->licence.outcome, licence == 30 ? NONE : licence);
}

static void check_assessment(struct fixture *f, const struct answers *said)
{
    static struct assessment out; // large
    struct answers listed = oracle_lists(&f->oracle, said);
    const struct answers *a = &listed;
    struct gathered g = gather_all(f, a);
    struct answers with_usual = oracle_usual(f->pack, a);
    struct gathered u = gather_all(f, &with_usual), ordinary = gather_ordinary(f, a);
    uint32_t individual = 1u << f->pack->outcome_individual;
    uint64_t live = 0, unsettled = 0, documents = 0, steps = 0, rights = 0, notices = 0;
    assess(f->engine, said, ASSESS_FULL, &out);

    uint32_t expected = one(g.outcomes) ? g.outcomes : one(u.outcomes) ? u.outcomes : individual;
    assert_int_equal(1u << out.outcome, expected);
    assert_int_equal(out.possible, g.outcomes | expected);
    check_decisions(f, &out, &g, &u);
    if (g.null) {
        assert_int_equal(out.position, NONE);
    } else {
        expected = one(g.positions) ? g.positions : one(u.positions) ? u.positions : individual;
        // "individual" with and without a duty are one outcome to the person, two to the engine
        assert_true(1u << out.position == expected || 1u << out.position == individual);
        assert_int_equal(out.positions | expected,
                         g.positions | expected | (out.positions & individual));
        if (one(g.positions) && one(g.froms) && !g.nowhere)
            assert_int_equal(1u << out.position_from, g.froms);
    }
    for (int32_t i = 0; i < out.n_live; i++)
        live |= (uint64_t)1 << out.findings[i].finding;
    for (int32_t i = out.n_live; i < out.n_findings; i++)
        unsettled |= (uint64_t)(out.findings[i].live == TRUTH_UNKNOWN) << out.findings[i].finding;
    for (int32_t i = 0; i < out.n_documents; i++)
        documents |= (uint64_t)1 << out.documents[i].document;
    for (int32_t i = 0; i < out.n_steps; i++)
        steps |= (uint64_t)1 << out.steps[i];
    for (int32_t i = 0; i < out.n_rights; i++)
        rights |= (uint64_t)1 << out.rights[i];
    for (int32_t i = 0; i < out.n_notices; i++)
        notices |= (uint64_t)1 << out.notices[i];
    struct answers with_assumed = *a;
    for (int32_t q = 0; q < f->pack->n_questions; q++)
        if (question_set_has(&out.assumed, q))
            with_assumed.of[q] = with_usual.of[q];
    struct gathered t = gather_all(f, &with_assumed);
    assert_true(live == t.all.live);
    assert_true(unsettled == t.unsettled);
    assert_true(documents ==
                oracle_shown(f->pack->documents, f->pack->n_documents, ordinary.all.documents));
    assert_true(steps == oracle_shown(f->pack->steps, f->pack->n_steps, ordinary.all.steps));
    assert_true(rights == u.all.rights);
    assert_true(notices == u.all.notices);
}

static void check_flow(struct fixture *f, const struct answers *said)
{
    int32_t first = NONE;
    struct answers listed = oracle_lists(&f->oracle, said);
    const struct answers *a = &listed;
    // Without a file all traits are open, and the oracle has no world for that.
    if (f->pack->destination_of[a->of[f->pack->q_destination].value] == NONE)
        return;
    for (int32_t q = 0; q < f->pack->n_questions; q++) {
        if (q == f->pack->q_destination)
            continue;
        bool matters = q == f->pack->q_institution ? oracle_institution_matters(&f->oracle, said)
                                                   : oracle_matters(&f->oracle, a, q);
        if (flow_matters(f->engine, said, q) != matters) {
            print_message("%s should %smatter\n", f->pack->questions[q].id, matters ? "" : "not ");
            show(f, said);
            fail();
        }
        if (first == NONE && matters && a->of[q].state == ANSWER_ABSENT &&
            flow_applies(f->engine, a, q) == TRUTH_YES)
            first = q;
    }
    assert_int_equal(flow_look(f->engine, said).next, first);
}

static int few(int rounds)
{
    return SLOW_STEP > 1 ? rounds / SLOW_STEP + 5 : rounds;
}

static void run(const char *pack, int32_t as_of, int rounds, uint32_t open,
                void (*check)(struct fixture *, const struct answers *))
{
    struct fixture f;
    start(&f, pack, as_of);
    for (int i = 0; i < few(rounds); i++) {
        struct answers a = some_answers(&f, pick(&f, open + 1));
        check(&f, &a);
    }
    stop(&f);
}

static void test_assessment(void **state)
{
    (void)state;
    run("maze", 20261101, 150, 5, check_assessment);
    run("maze", 20190101, 50, 5, check_assessment);
    run("tiny", 20260201, 100, 6, check_assessment);
    run("guild", 20261101, 400, 5, check_assessment);
}

static void test_flow(void **state)
{
    (void)state;
    run("maze", 20261101, 80, 4, check_flow);
    run("maze", 20190101, 40, 4, check_flow);
    run("tiny", 20260201, 20, 4, check_flow);
    run("guild", 20261101, 80, 3, check_flow);
}

// Walks random paths: answering never adds an outcome, the bound on what is left never grows, and
// looking within what was left before finds the same question.
static void walk_paths(const char *pack)
{
    struct fixture f;
    static struct assessment out;
    start(&f, pack, 20261101);
    for (int round = 0; round < few(60); round++) {
        struct answers full = some_answers(&f, 0), a;
        memset(&a, 0, sizeof a);
        uint32_t possible = UINT32_MAX;
        int32_t left = INT32_MAX, q;
        struct question_set within = question_set_all();
        while ((q = flow_look(f.engine, &a).next) != NONE) {
            assert_int_equal(flow_next(f.engine, &a, &within), q);
            int32_t now = flow_look(f.engine, &a).left;
            assert_true(now <= left && now > 0);
            left = now - 1;
            assert_int_equal(flow_applies(f.engine, &a, q), TRUTH_YES);
            if (pick(&f, 4) || q == f.pack->q_destination)
                a.of[q] = full.of[q];
            else
                a.of[q].state = ANSWER_UNKNOWN;
            assess(f.engine, &a, ASSESS_BRIEF, &out);
            uint32_t individual = 1u << f.pack->outcome_individual;
            assert_int_equal(out.possible & ~possible & ~individual, 0);
            possible = out.possible;
        }
        assert_int_equal(flow_next(f.engine, &a, &within), NONE);
        assert_int_equal(flow_look(f.engine, &a).left, 0);
    }
    stop(&f);
}

static void test_paths(void **state)
{
    (void)state;
    walk_paths("maze");
    walk_paths("guild");
}

// How far a person is: open answers stand at their usual value, else as far as can be.
static int64_t stands_at(const struct fixture *f, const struct answers *a, int32_t q)
{
    const struct question *question = &f->pack->questions[q];
    if (a->of[q].state == ANSWER_GIVEN)
        return a->of[q].value;
    return question->has_usual ? question->usual : 0;
}

// Every change really gives the outcome it promises, and no other value does better.
static void walk_changes(const char *pack)
{
    struct fixture f;
    static struct assessment out, other;
    start(&f, pack, 20261101);
    for (int round = 0; round < few(150); round++) {
        struct answers a = some_answers(&f, pick(&f, 4));
        assess(f.engine, &a, ASSESS_FULL, &out);
        for (int32_t q = 0; q < f.pack->n_questions; q++) {
            if (!f.pack->questions[q].changeable || f.pack->questions[q].type == Q_MANY)
                continue;
            int32_t best = f.pack->outcomes[out.outcome].favour;
            for (int v = 0; v < f.oracle.n_values[q]; v++) {
                struct answers b = a;
                b.of[q] = (struct answer){.state = ANSWER_GIVEN, .value = f.oracle.values[q][v]};
                if (f.pack->questions[q].changeable == CHANGE_EARLIER &&
                    b.of[q].value > stands_at(&f, &a, q))
                    continue; // what is done stays done
                assess(f.engine, &b, ASSESS_BRIEF, &other);
                if (f.pack->outcomes[other.outcome].favour > best)
                    best = f.pack->outcomes[other.outcome].favour;
            }
            bool found = false;
            for (int32_t i = 0; i < out.n_changes; i++) {
                if (out.changes[i].question != q)
                    continue;
                struct answers b = a;
                b.of[q] = (struct answer){.state = ANSWER_GIVEN, .value = out.changes[i].to};
                assert_true(answer_valid(f.pack, q, out.changes[i].to, 20261101));
                assess(f.engine, &b, ASSESS_BRIEF, &other);
                assert_int_equal(other.outcome, out.changes[i].outcome);
                assert_int_equal(f.pack->outcomes[other.outcome].favour, best);
                found = true;
            }
            assert_int_equal(found, best > f.pack->outcomes[out.outcome].favour);
        }
    }
    stop(&f);
}

static void test_changes(void **state)
{
    (void)state;
    walk_changes("maze");
    walk_changes("guild");
}

// What is named as missing is exactly what the outcome still depends on, also where the destination
// is among it.
static void walk_missing(const char *pack)
{
    struct fixture f;
    static struct assessment out;
    start(&f, pack, 20261101);
    for (int round = 0; round < few(100); round++) {
        struct answers a = some_answers(&f, pick(&f, 6));
        if (round % 4 == 0) {
            a = some_answers(&f, 2);
            a.of[f.pack->q_destination] = (struct answer){0};
        }
        assess(f.engine, &a, ASSESS_FULL, &out);
        a = oracle_lists(&f.oracle, &a);
        struct gathered g = gather_all(&f, &a);
        if (one(g.outcomes))
            assert_int_equal(out.n_missing, 0);
        for (int32_t i = 0; i < out.n_missing; i++) {
            struct answers b = a;
            int32_t q = out.missing[i].question;
            assert_true(a.of[q].state != ANSWER_GIVEN || answer_is_band(&a.of[q]));
            uint32_t best = 32, worst = 0;
            for (int v = 0; v < f.oracle.n_values[q]; v++) {
                int64_t value = f.oracle.values[q][v];
                if (answer_is_band(&a.of[q]) && (value < a.of[q].value || value > a.of[q].last))
                    continue;
                b.of[q] = (struct answer){.state = ANSWER_GIVEN, .value = value};
                uint32_t left = (uint32_t)__builtin_popcount(gather_all(&f, &b).outcomes);
                best = left < best ? left : best;
                worst = left > worst ? left : worst;
            }
            assert_int_equal(__builtin_popcount(out.missing[i].best), best);
            assert_int_equal(__builtin_popcount(out.missing[i].worst), worst);
        }
    }
    stop(&f);
}

static void test_missing(void **state)
{
    (void)state;
    walk_missing("maze");
    walk_missing("guild");
}

static bool can_be_overridden(const struct pack *pack, int32_t finding)
{
    for (int32_t i = 0; i < pack->n_findings; i++)
        if (int_list_has(&pack->findings[i].overrides, finding))
            return true;
    return false;
}

// Every live finding has reasons; they are answers or named assumptions, and they are enough: with
// them and the answers that make their questions apply, it is live whatever else was answered.
// (Why no other finding sets it aside is not among the reasons.)
static void test_because(void **state)
{
    struct fixture f;
    static struct assessment out;
    (void)state;
    start(&f, "maze", 20261101);
    for (int round = 0; round < few(60); round++) {
        struct answers a = some_answers(&f, 3);
        assess(f.engine, &a, ASSESS_BRIEF, &out);
        for (int32_t i = 0; i < out.n_live; i++) {
            int32_t questions[PACK_MAX_QUESTIONS], finding = out.findings[i].finding;
            int32_t n = finding_because(f.engine, &a, finding, questions);
            struct answers only;
            memset(&only, 0, sizeof only);
            assert_true(n > 0);
            // In the maze these decide which questions apply.
            const char *deciding[] = {"destination", "mode", "level", "study_country"};
            for (size_t k = 0; k < sizeof deciding / sizeof *deciding; k++) {
                int32_t q = pack_question(f.pack, deciding[k]);
                only.of[q] = a.of[q];
            }
            for (int32_t k = 0; k < n; k++) {
                only.of[questions[k]] = a.of[questions[k]];
                assert_true(a.of[questions[k]].state == ANSWER_GIVEN ||
                            question_set_has(&out.assumed, questions[k]));
            }
            if (!question_set_any(&out.assumed) && !can_be_overridden(f.pack, finding))
                assert_true(gather_all(&f, &only).all.live >> finding & 1);
        }
    }
    stop(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_assessment), cmocka_unit_test(test_flow),
        cmocka_unit_test(test_paths),      cmocka_unit_test(test_changes),
        cmocka_unit_test(test_missing),    cmocka_unit_test(test_because),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
