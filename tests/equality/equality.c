// SPDX-License-Identifier: MIT
// The three doors give the same assessment for the same answers: the wizard (as a state machine,
// and some walks on the real screen), line mode and `tanu assess`. The walks are the worked cases
// of the shipped pack and random ones with a fixed seed, in each language in turn.
//
//     equality            all of it
//     equality SEED       other random walks
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "case/json.h"
#include "paper/plain.h"
#include "pack/read/load.h"
#include "tests/slow.h"
#include "targets.h"
#include "walk.h"

enum { RANDOM_WALKS = SLOW_STEP > 1 ? 20 : 60 };
enum { ON_SCREEN = 12, LINE_WIDTH = 78 };

static void fail_at(struct test *t, const struct target *target, const char *what)
{
    fprintf(stderr, "FAIL %s (%s): %s\n     %s\n", target->name, target->language, what,
            target->json ? target->json : "");
    t->failed++;
}

// ---- the wizard --------------------------------------------------------------------------------

static char *keep(struct text *text)
{
    char *copy = strdup(text_str(text));
    text_release(text);
    return copy;
}

static void judge(struct wizard *w, struct target *target)
{
    struct text json = TEXT_INIT, report = TEXT_INIT, answers = TEXT_INIT;
    static struct assessment a;
    const struct session *s = wizard_session(w);
    struct arena arena;
    arena_init(&arena);
    assess(s->engine, &s->current, ASSESS_FULL, &a);
    struct ground g = {.arena = &arena,
                       .i18n = wizard_i18n(w),
                       .pack = s->pack,
                       .engine = s->engine,
                       .as_of = s->as_of,
                       .answers = &s->current,
                       .assessment = &a};
    json_assessment(&json, NULL, &g, "", 0);
    for (int tab = 0; tab < TABS; tab++)
        plain_page(&report, page_result(&g, (enum tab)tab, PAGE_FOCUS_OWN), LINE_WIDTH,
                   PLAIN_SPOKEN);
    walk_json(&answers, s);
    target->found = keep(&json);
    target->report = keep(&report);
    target->json = keep(&answers);
    arena_release(&arena);
}

// Every reason stands where it says: the rule begins on that line of that file.
static void look_up(struct test *t, const struct target *target, const struct wizard *w)
{
    static struct assessment a;
    const struct session *s = wizard_session(w);
    assess(s->engine, &s->current, ASSESS_FULL, &a);
    for (int32_t i = 0; i < a.n_findings; i++) {
        const struct finding *f = &t->pack->findings[a.findings[i].finding];
        char path[1200], line[4096] = "", at[256];
        snprintf(path, sizeof path, "%s/%s", t->pack->dir, t->pack->files[f->place.file]);
        snprintf(at, sizeof at, "\"at\":\"%s:%u\"", t->pack->files[f->place.file], f->place.line);
        FILE *file = fopen(path, "r");
        uint32_t n = 0;
        while (file && n < f->place.line && fgets(line, sizeof line, file))
            n++;
        if (file)
            fclose(file);
        if (n != f->place.line || !strstr(line, f->id) || !strstr(target->found, at))
            fail_at(t, target, at);
    }
}

static void check_bound(struct test *t, const struct target *target, struct wizard *w,
                        int32_t *left)
{
    int32_t now = session_progress(wizard_session(w)).left;
    if (now >= *left)
        fail_at(t, target, "the bound on the questions left does not shrink");
    *left = now;
}

// The wizard refuses an order that cannot be; then nothing is known.
static bool out_of_order(const struct session *s, int32_t question, const struct answer *answer)
{
    bool clash = false;
    for (int32_t q = 0; q < s->pack->n_questions; q++)
        clash |= answers_clash(s->pack, question, answer, q, &s->current.of[q]);
    return clash;
}

// The laws of a day are made once for all walks; the engine beside them is the walk's own.
static struct engine *engine_of(struct test *t, int32_t day)
{
    int i = 0;
    while (i < t->n_days && t->days[i] != day)
        i++;
    if (i == MANY_DAYS) {
        fprintf(stderr, "the worked cases name more than %d days\n", MANY_DAYS);
        exit(1);
    }
    if (i == t->n_days) {
        t->days[t->n_days] = day;
        t->engines[t->n_days++] = engine_new(t->pack, day);
    }
    return t->engines[i];
}

static void play(struct test *t, struct target *target, struct walk *walk)
{
    int32_t left = PACK_MAX_QUESTIONS + 1;
    i18n_switch(&t->i18n, target->language);
    struct engine *engine = engine_beside(engine_of(t, target->as_of));
    walk->w = wizard_new(&t->i18n, t->pack, engine, target->as_of, ABILITY_ALL);
    for (int32_t q; (q = session_question(wizard_session(walk->w))) != NONE && !walk->broken;
         t->asked++) {
        struct answer answer = target_wants(t, target, q);
        if (out_of_order(wizard_session(walk->w), q, &answer))
            answer = (struct answer){.state = ANSWER_UNKNOWN};
        check_bound(t, target, walk->w, &left);
        walk_answer(walk, &answer);
    }
    judge(walk->w, target);
    if (walk->broken)
        fail_at(t, target, "the walk in the wizard broke off");
    look_up(t, target, walk->w);
    struct target second = *target;
    struct wizard *again = wizard_new(&t->i18n, t->pack, engine, target->as_of, ABILITY_ALL);
    walk_replay(walk, again);
    judge(again, &second);
    if (strcmp(second.found, target->found) != 0)
        fail_at(t, target, "the same keys again give another assessment");
    free(second.found), free(second.report), free(second.json);
    wizard_free(again);
    wizard_free(walk->w);
    engine_free(engine);
}

// ---- the other doors ---------------------------------------------------------------------------

static char *slurp(const char *path)
{
    struct text all = TEXT_INIT;
    char bytes[65536];
    FILE *file = fopen(path, "rb");
    for (size_t n; file && (n = fread(bytes, 1, sizeof bytes, file)) > 0;)
        text_bytes(&all, bytes, n);
    if (file)
        fclose(file);
    return keep(&all);
}

static void spill(const char *path, const char *words)
{
    FILE *file = fopen(path, "wb");
    if (!file || fputs(words, file) < 0 || fclose(file)) {
        perror(path);
        exit(1);
    }
}

// Runs `tanu ARGS` on in.txt and leaves out.txt.
static char *run(struct test *t, const struct target *target, const char *args, const char *words)
{
    char command[2000], path[128];
    snprintf(path, sizeof path, "%s/in.txt", t->dir);
    spill(path, words);
    snprintf(command, sizeof command,
             "'%s/tanu' %s --pack '%s' --lang %s --as-of "
             "%04d-%02d-%02d <'%s/in.txt' >'%s/out.txt'",
             t->build, args, t->pack->dir, target->language, target->as_of / 10000,
             target->as_of / 100 % 100, target->as_of % 100, t->dir, t->dir);
    if (system(command) != 0)
        fail_at(t, target, args);
    snprintf(path, sizeof path, "%s/out.txt", t->dir);
    return slurp(path);
}

static void by_lines(struct test *t, const struct target *target, const struct walk *walk)
{
    char *said = run(t, target, "--line", text_str(&walk->lines));
    // Line mode puts the name of a part before it, and an empty line: only the lines of the parts
    // are looked for.
    for (const char *part = target->report; *part; part += strcspn(part, "\n") + 1) {
        size_t len = strcspn(part, "\n");
        char *line = strndup(part, len);
        if (len && !strstr(said, line)) {
            fail_at(t, target, "line mode does not say this:");
            fprintf(stderr, "     %s\n", line);
            free(line);
            break;
        }
        free(line);
    }
    free(said);
}

// All walks of one day and language go through the filter at once.
static void by_filter(struct test *t, int first, bool *done)
{
    struct text lines = TEXT_INIT;
    const struct target *head = &t->targets[first];
    for (int i = first; i < t->n_targets; i++)
        if (t->targets[i].as_of == head->as_of && t->targets[i].language == head->language)
            text_printf(&lines, "%s\n", t->targets[i].json);
    char *out = run(t, head, "assess", text_str(&lines)), *at = out;
    for (int i = first; i < t->n_targets; i++) {
        struct target *target = &t->targets[i];
        if (target->as_of != head->as_of || target->language != head->language)
            continue;
        done[i] = true;
        size_t len = strcspn(at, "\n");
        if (strlen(target->found) != len || memcmp(target->found, at, len) != 0)
            fail_at(t, target, "tanu assess gives another assessment");
        at += len + (at[len] == '\n');
    }
    text_release(&lines);
    free(out);
}

// ---- the real screen ---------------------------------------------------------------------------

// Words only: without spaces, line ends and the row numbers and colour lines of the record.
static void squeeze(struct text *out, const char *words)
{
    for (; *words; words++)
        if (!strchr(" \n\t|", *words))
            text_char(out, *words);
}

static char *screen_words(const char *record)
{
    struct text out = TEXT_INIT;
    for (const char *line = record; *line; line += strcspn(line, "\n"), line += *line == '\n') {
        const char *bar = line + strspn(line, " 0123456789");
        size_t len = strcspn(line, "\n");
        if (bar == line || *bar != '|')
            continue;
        char *row = strndup(bar + 1, len - (size_t)(bar + 1 - line));
        squeeze(&out, row);
        free(row);
    }
    return keep(&out);
}

static void write_script(const struct test *t, const struct target *target, const struct walk *walk)
{
    struct text script = TEXT_INIT;
    char path[128];
    snprintf(path, sizeof path, "%s/walk.script", t->dir);
    text_printf(&script,
                "size 100x200\nrun --pack %s --lang %s "
                "--as-of %04d-%02d-%02d\nkey <enter>\n",
                t->pack->dir, target->language, target->as_of / 10000, target->as_of / 100 % 100,
                target->as_of % 100);
    text_add(&script, text_str(&walk->script));
    for (int tab = 0; tab < TABS; tab++)
        text_printf(
            &script,
            "key %d\nframe tab %d\nkey <pgdn>\nframe further down\nkey <end>\nframe its end\n",
            tab + 1, tab);
    text_add(&script, "key q y\nexpect-exit 0\n");
    spill(path, text_str(&script));
    text_release(&script);
}

// On the screen the digits choose a part, so papers to tick have no numbers there.
static const char *unnumbered(const char *line)
{
    size_t digits = strspn(line, "0123456789");
    return digits && !strncmp(line + digits, ". [", 3) ? line + digits + 2 : line;
}

static void by_screen(struct test *t, const struct target *target, const struct walk *walk)
{
    char command[512], path[128];
    write_script(t, target, walk);
    snprintf(command, sizeof command,
             "'%s/tests/screen/screentest' --show '%s/walk.script' >'%s/out.txt'", t->build, t->dir,
             t->dir);
    if (system(command) != 0)
        fail_at(t, target, "the walk on the screen failed");
    snprintf(path, sizeof path, "%s/out.txt", t->dir);
    char *record = slurp(path), *words = screen_words(record);
    for (const char *line = target->report; *line;
         line += strcspn(line, "\n"), line += *line == '\n') {
        char *one = strndup(line, strcspn(line, "\n"));
        struct text wanted_words = TEXT_INIT;
        squeeze(&wanted_words, unnumbered(one + strspn(one, " [•")));
        if (wanted_words.len && text_str(&wanted_words)[wanted_words.len - 1] == ']')
            text_truncate(&wanted_words, wanted_words.len - 1);
        if (wanted_words.len && !strchr(one, ':') && !strstr(words, text_str(&wanted_words))) {
            fail_at(t, target, "the screen does not show this:");
            fprintf(stderr, "     %s\n", one);
            text_release(&wanted_words);
            free(one);
            break;
        }
        text_release(&wanted_words);
        free(one);
    }
    free(record);
    free(words);
}

// ---- all of it ---------------------------------------------------------------------------------

static void one_walk(struct test *t, int number, bool on_screen)
{
    struct target *target = &t->targets[number];
    struct walk *walk = calloc(1, sizeof *walk);
    play(t, target, walk);
    by_lines(t, target, walk);
    if (on_screen)
        by_screen(t, target, walk);
    text_release(&walk->script);
    text_release(&walk->lines);
    text_release(&walk->page);
    free(walk);
}

static const struct pack *open_pack(const char *src)
{
    char dir[1000];
    struct diags diags;
    diags_init(&diags);
    snprintf(dir, sizeof dir, "%s/questions/tokyo", src);
    const struct pack *pack = pack_load(dir, LOAD_CASES, &diags);
    diags_release(&diags);
    if (!pack) {
        fprintf(stderr, "%s does not load\n", dir);
        exit(1);
    }
    return pack;
}

static void begin(struct test *t, const char *seed)
{
    char locale[1000];
    t->src = getenv("TANU_SRC") ? getenv("TANU_SRC") : ".";
    t->build = getenv("TANU_BUILD") ? getenv("TANU_BUILD") : ".";
    t->seed = seed ? strtoull(seed, NULL, 10) : 2026;
    t->pack = open_pack(t->src);
    snprintf(locale, sizeof locale, "%s/locale", t->build);
    i18n_init(&t->i18n, "en", locale);
    i18n_assume_utf8(&t->i18n);
    i18n_set_pack(&t->i18n, t->pack, NULL);
    snprintf(t->dir, sizeof t->dir, "/tmp/tanu-equality.XXXXXX");
    if (!mkdtemp(t->dir)) {
        perror(t->dir);
        exit(1);
    }
    t->targets = calloc(MANY_TARGETS, sizeof *t->targets);
    for (int32_t i = 0; i < t->pack->n_cases && t->n_targets < MANY_TARGETS - RANDOM_WALKS;
         i += SLOW_STEP)
        target_add_case(t, &t->pack->cases[i]);
    for (int i = 0; i < RANDOM_WALKS; i++)
        target_add_random(t, i);
}

static void end(struct test *t)
{
    char command[128];
    snprintf(command, sizeof command, "rm -rf '%s'", t->dir);
    if (system(command) != 0)
        perror(t->dir);
    for (int i = 0; i < t->n_targets; i++)
        free(t->targets[i].found), free(t->targets[i].report), free(t->targets[i].json);
    free(t->targets);
    for (int i = 0; i < t->n_days; i++)
        engine_free(t->engines[i]);
    pack_free(t->pack);
}

int main(int argc, char **argv)
{
    static struct test t; // large
    char screentest[1000];
    begin(&t, argc > 1 ? argv[1] : NULL);
    snprintf(screentest, sizeof screentest, "%s/tests/screen/screentest", t.build);
    bool screen = access(screentest, X_OK) == 0;
    int every = t.n_targets / ON_SCREEN;
    for (int i = 0; i < t.n_targets; i++)
        one_walk(&t, i, screen && i % every == every / 2);
    static bool done[MANY_TARGETS];
    for (int i = 0; i < t.n_targets; i++)
        if (!done[i])
            by_filter(&t, i, done);
    printf("%d walks, %d answers, %d failed%s\n", t.n_targets, t.asked, t.failed,
           screen ? "" : "; none on a real screen: screentest is not built");
    end(&t);
    return t.failed ? 1 : 0;
}
