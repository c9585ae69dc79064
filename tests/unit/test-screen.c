// SPDX-License-Identifier: MIT
// The loop of the screen on a terminal that the test is: its events come from a list, its clock is
// driven by the test. Time that passes gives an idle event, and what a person typed is nowhere in
// memory after it.
#include <pthread.h>
#include <unistd.h>
#include "front/line.h"
#include "front/screen.h"
#include "visit.h"
#include "wizard/policy.h"
#include "wizard/state.h"

enum { REST = 5, MINUTE = 60000, SECRET = 24, CHUNK = 1 << 16 };

struct step {
    int64_t at; // milliseconds on the clock
    enum terminal_event event;
    input key;
    bool paste;         // the secret
    void (*look)(void); // in the place of an event
};

static struct visit v;
static struct {
    int64_t now, framed;
    const struct step *step;
    char pasted[SECRET];
    int idle, forgotten, shown, redrawn;
} terminal;

// ASan keeps dead stack frames, with what stood in them, to find uses of them: here they are no
// trace of the program's.
const char *__asan_default_options(void);
const char *__asan_default_options(void)
{
    return "detect_stack_use_after_return=0";
}

// ---- the terminal ------------------------------------------------------------------------------

int64_t terminal_now(void)
{
    return terminal.now;
}

void terminal_size(const struct terminal *t, int *columns, int *rows)
{
    (void)t;
    *columns = 120;
    *rows = 30;
}

bool terminal_large(const struct terminal *t)
{
    (void)t;
    return false;
}

bool terminal_ascii(const struct terminal *t)
{
    (void)t;
    return false;
}

void terminal_show(struct terminal *t, const struct cells *cells)
{
    (void)t;
    terminal.shown += cells->rows > 0;
    terminal.framed = terminal.now;
}

void terminal_mouse(struct terminal *t, bool on)
{
    (void)t;
    (void)on;
}

void terminal_redraw(struct terminal *t)
{
    (void)t;
    terminal.redrawn++;
}

bool terminal_pending(struct terminal *t)
{
    (void)t;
    return false;
}

void terminal_forget(struct terminal *t)
{
    (void)t;
    terminal.forgotten++;
}

static char secret(int i)
{
    return "qxzjvkwyqjzx"[i * 7 % 12];
}

enum terminal_event terminal_next(struct terminal *t, struct terminal_input *in, int64_t deadline)
{
    (void)t;
    explicit_bzero(terminal.pasted, sizeof terminal.pasted);
    for (; terminal.step->look; terminal.step++)
        terminal.step->look();
    const struct step *step = terminal.step;
    *in = (struct terminal_input){.key = step->key};
    if (step->at > deadline) {
        terminal.idle += deadline != terminal.framed + REST;
        terminal.now = deadline;
        return TERMINAL_IDLE;
    }
    terminal.now = step->at > terminal.now ? step->at : terminal.now;
    terminal.step++;
    if (step->paste) {
        for (int i = 0; i < SECRET; i++)
            terminal.pasted[i] = secret(i);
        in->bytes = terminal.pasted;
        in->len = SECRET;
    }
    return step->event;
}

#include "in_memory.h"

static void is_there(void)
{
    assert_true(found_in_memory() > 0);
}

static void is_nowhere(void)
{
    assert_int_equal(found_in_memory(), 0);
}

// ---- tests -------------------------------------------------------------------------------------

static int run(const struct step *steps, int64_t idle)
{
    explicit_bzero(&terminal, sizeof terminal);
    terminal.step = steps;
    visit_open(&v);
    int end = screen_run(v.w, NULL, idle, NULL);
    return end;
}

static int told, dues;

static void tell(void *context, const struct wizard *w)
{
    (void)context;
    told += wizard_policy(w) != NULL;
}

static bool due(void *context)
{
    (void)context;
    return ++dues == 3;
}

static int32_t minute(void *context)
{
    (void)context;
    return 12 * 60;
}

static struct policy policy;
static const struct wizard_visits visits = {.alive = tell, .due = due, .beat = 7000};

static int run_kiosk(const struct step *steps)
{
    const struct screen_care care = {.minute = minute};
    explicit_bzero(&terminal, sizeof terminal);
    terminal.step = steps;
    told = dues = 0;
    visit_open(&v);
    policy_init(&policy);
    policy.idle = 60;
    policy.warning = 20;
    wizard_kiosk(v.w, &policy, &visits);
    return screen_run(v.w, NULL, 0, &care);
}

static bool page_has(const char *words)
{
    const struct page *page = wizard_page(v.w);
    for (int i = 0; i < page->n_blocks; i++)
        if (strstr(page->blocks[i].text, words))
            return true;
    return false;
}

static void is_at_rest(void)
{
    assert_true(wizard_rests(v.w));
    assert_int_equal(wizard_session(v.w)->n_path, 0);
    assert_true(page_has("Press any key"));
}

static void is_asked(void)
{
    assert_false(wizard_rests(v.w));
    assert_true(page_has("Are you still there?"));
}

static void is_first(void)
{
    assert_string_equal(visit_at(&v), "destination");
    assert_int_equal(wizard_session(v.w)->n_path, 0);
    assert_string_equal(visit_typed(&v), "");
}

static void is_second(void)
{
    assert_string_equal(visit_at(&v), "award_country");
}

static void test_idle_forgets(void **state)
{
    (void)state;
    static const struct step steps[] = {
        {.at = 10, .event = TERMINAL_KEY, .key = 'k'},
        {.at = 20, .event = TERMINAL_KEY, .key = 'a'},
        {.at = 30, .event = TERMINAL_KEY, .key = INPUT_ENTER},
        {.at = 30 + MINUTE - 1, .event = TERMINAL_RESIZE}, // is nobody's key
        {.look = is_second},
        {.at = 30 + 3 * MINUTE, .event = TERMINAL_KEY, .key = INPUT_NONE},
        {.look = is_first},
        {.at = 30 + 3 * MINUTE, .event = TERMINAL_GONE},
    };
    assert_int_equal(run(steps, MINUTE), SCREEN_GONE);
    assert_true(terminal.idle >= 2); // once with answers, then with none
    assert_int_equal(terminal.forgotten, 1);
    visit_close(&v);
}

// Rest, a visit, a warning that a key ends, a warning that nobody hears, rest; then new content.
static void test_round_of_a_kiosk(void **state)
{
    (void)state;
    static const struct step steps[] = {
        {.look = is_at_rest},
        {.at = 10, .event = TERMINAL_KEY, .key = 'k'}, // only wakes
        {.look = is_first},
        {.at = 20, .event = TERMINAL_KEY, .key = 'k'},
        {.at = 30, .event = TERMINAL_KEY, .key = 'a'},
        {.at = 40, .event = TERMINAL_KEY, .key = INPUT_ENTER},
        {.look = is_second},
        {.at = 40 + 61000, .event = TERMINAL_KEY, .key = INPUT_NONE},
        {.look = is_asked},
        {.at = 40 + 65000, .event = TERMINAL_KEY, .key = INPUT_ENTER}, // more time, and no answer
        {.look = is_second},
        {.at = 200, .event = TERMINAL_PASTE, .paste = true},
        {.at = 40 + 65000 + 60000 + 19999, .event = TERMINAL_KEY, .key = INPUT_NONE},
        {.look = is_asked},
        {.at = 40 + 65000 + 60000 + 21000, .event = TERMINAL_KEY, .key = INPUT_NONE},
        {.look = is_at_rest},
        {.look = is_nowhere},
        {.at = INT64_C(1) << 40, .event = TERMINAL_GONE},
    };
    assert_int_equal(run_kiosk(steps), SCREEN_RENEW);
    assert_int_equal(dues, 3);
    assert_int_equal(terminal.forgotten, 1);
    assert_true(told >= 20);
    visit_close(&v);
}

static void test_paste_only_wakes(void **state)
{
    (void)state;
    static const struct step steps[] = {
        {.event = TERMINAL_PASTE, .paste = true},
        {.look = is_first},
        {.event = TERMINAL_GONE},
    };
    assert_int_equal(run_kiosk(steps), SCREEN_GONE);
    visit_close(&v);
}

static void test_keys_put_it_off(void **state)
{
    (void)state;
    static const struct step steps[] = {
        {.at = 0, .event = TERMINAL_KEY, .key = 'k'},
        {.at = MINUTE - 1, .event = TERMINAL_KEY, .key = 'a'},
        {.at = 2 * MINUTE - 2, .event = TERMINAL_KEY, .key = INPUT_ENTER},
        {.at = 3 * MINUTE - 3, .event = TERMINAL_KEY, .key = INPUT_DOWN},
        {.look = is_second},
        {.at = 3 * MINUTE, .event = TERMINAL_SIGNAL},
    };
    run(steps, MINUTE);
    assert_int_equal(terminal.idle, 0);
    assert_int_equal(terminal.forgotten, 0);
    visit_close(&v);
}

static void is_unprepared(void)
{
    assert_null(v.w->search);
    assert_true(terminal.shown);
}

static void is_prepared(void)
{
    assert_non_null(v.w->search);
}

// What the next key needs is made ready when the frame is out, not with it: that held frames back.
static void test_frame_before_work(void **state)
{
    (void)state;
    static const struct step steps[] = {
        {.look = is_unprepared}, {.at = 4, .event = TERMINAL_KEY, .key = INPUT_NONE},
        {.look = is_unprepared}, {.at = 6, .event = TERMINAL_KEY, .key = INPUT_NONE},
        {.look = is_prepared},   {.at = 6, .event = TERMINAL_GONE},
    };
    run(steps, 0);
    assert_int_equal(terminal.shown, 1);
    visit_close(&v);
}

static void test_no_idle_without_a_limit(void **state)
{
    (void)state;
    static const struct step steps[] = {
        {.at = 0, .event = TERMINAL_KEY, .key = 'k'},
        {.at = INT64_C(1) << 50, .event = TERMINAL_KEY, .key = INPUT_ENTER},
        {.look = is_second},
        {.at = INT64_C(1) << 50, .event = TERMINAL_GONE},
    };
    run(steps, 0);
    assert_int_equal(terminal.idle, 0);
    visit_close(&v);
}

static void test_nothing_is_left(void **state)
{
    (void)state;
    static const struct step again[] = {
        {.event = TERMINAL_PASTE, .paste = true},
        {.event = TERMINAL_KEY, .key = INPUT_LEFT},
        {.look = is_there},
        {.event = TERMINAL_KEY, .key = INPUT_F(8)},
        {.event = TERMINAL_KEY, .key = 'y'},
        {.event = TERMINAL_KEY, .key = 'k'},
        {.look = is_nowhere},
        {.event = TERMINAL_GONE},
    };
    static const struct step idle[] = {
        {.event = TERMINAL_PASTE, .paste = true},
        {.event = TERMINAL_KEY, .key = INPUT_HOME},
        {.look = is_there},
        {.at = 2 * MINUTE, .event = TERMINAL_KEY, .key = INPUT_NONE},
        {.look = is_nowhere},
        {.at = 2 * MINUTE, .event = TERMINAL_GONE},
    };
    run(again, 0);
    assert_int_equal(terminal.forgotten, 1);
    visit_close(&v);
    run(idle, MINUTE);
    assert_int_equal(terminal.forgotten, 1);
    visit_close(&v);
}

static void test_typed_letters_too(void **state)
{
    (void)state;
    static struct step steps[SECRET + 6];
    int n = 0;
    for (int i = 0; i < SECRET; i++)
        steps[n++] = (struct step){.event = TERMINAL_KEY, .key = (input)secret(i)};
    steps[n++] = (struct step){.look = is_there};
    steps[n++] = (struct step){.event = TERMINAL_KEY, .key = INPUT_F(8)};
    steps[n++] = (struct step){.event = TERMINAL_KEY, .key = 'y'};
    steps[n++] = (struct step){.event = TERMINAL_KEY, .key = INPUT_DOWN};
    steps[n++] = (struct step){.look = is_nowhere};
    steps[n++] = (struct step){.event = TERMINAL_GONE};
    run(steps, 0);
    visit_close(&v);
}

// ---- line mode ---------------------------------------------------------------------------------

struct talker { // types into line mode and reads what it says
    int in, out;
    int there, left; // how often the secret was in memory before and after starting again
};

// Reads until line mode asks for the next answer.
static void hear(const struct talker *t, const char *until)
{
    char said[1 << 14];
    size_t len = 0;
    for (ssize_t n; len < sizeof said - 1 && !(len && strstr(said, until)); len += (size_t)n) {
        if ((n = read(t->out, said + len, sizeof said - 1 - len)) <= 0)
            break;
        said[len + (size_t)n] = 0;
    }
    explicit_bzero(said, sizeof said);
}

static void put(const struct talker *t, const char *words)
{
    assert_int_equal(write(t->in, words, strlen(words)), (ssize_t)strlen(words));
}

static void *talk(void *user)
{
    struct talker *t = user;
    char line[SECRET + 1];
    hear(t, "letters: ");
    for (int i = 0; i < SECRET; i++)
        line[i] = secret(i);
    line[SECRET] = '\n';
    assert_int_equal(write(t->in, line, sizeof line), (ssize_t)sizeof line);
    explicit_bzero(line, sizeof line);
    hear(t, "found under that name");
    t->there = found_in_memory();
    put(t, "again\n");
    hear(t, "yes or no: ");
    put(t, "y\n");
    hear(t, "All answers are forgotten");
    put(t, "KZ\n");
    hear(t, "Question 2");
    t->left = found_in_memory();
    put(t, "quit\n");
    hear(t, "yes or no: ");
    put(t, "y\n");
    return NULL;
}

static void test_nothing_is_left_in_line_mode(void **state)
{
    (void)state;
    int in[2], out[2];
    pthread_t thread;
    assert_int_equal(pipe(in) | pipe(out), 0);
    struct talker talker = {.in = in[1], .out = out[0]};
    visit_open(&v);
    assert_int_equal(pthread_create(&thread, NULL, talk, &talker), 0);
    assert_int_equal(line_run(v.w, in[0], out[1]), LINE_LEFT);
    pthread_join(thread, NULL);
    assert_true(talker.there > 0);
    assert_int_equal(talker.left, 0);
    visit_close(&v);
    for (int i = 0; i < 2; i++)
        close(in[i]), close(out[i]);
}

int main(void)
{
    alarm(900); // a talk in which each waits for the other ends; with ASan on a busy machine all
                // takes minutes
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_idle_forgets),
        cmocka_unit_test(test_round_of_a_kiosk),
        cmocka_unit_test(test_paste_only_wakes),
        cmocka_unit_test(test_keys_put_it_off),
        cmocka_unit_test(test_frame_before_work),
        cmocka_unit_test(test_no_idle_without_a_limit),
        cmocka_unit_test(test_nothing_is_left),
        cmocka_unit_test(test_typed_letters_too),
        cmocka_unit_test(test_nothing_is_left_in_line_mode),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
