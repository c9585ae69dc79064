// SPDX-License-Identifier: MIT
// Lines of one destination are answered one after another, and the answers come out as the lines
// came in.
#include "unit.h"
#include "front/batch_order.h"

// Takes the lines and says in which turns: by the last character of each.
static const char *turns_of(struct batch_order *order, char *lines, char **next)
{
    static char said[64];
    size_t n = 0;
    *next = batch_order_take(order, lines, lines + strlen(lines));
    for (int32_t i = 0; i < order->n; i++) {
        const struct batch_order_line *line = &order->lines[order->turns[i]];
        said[n++] = line->len ? line->bytes[line->len - 1] : '-';
    }
    said[n] = '\0';
    return said;
}

static void check_turns(const char *lines, const char *want)
{
    struct batch_order *order = batch_order_new();
    char bytes[512], *next;
    snprintf(bytes, sizeof bytes, "%s", lines);
    assert_string_equal(turns_of(order, bytes, &next), want);
    assert_ptr_equal(next, bytes + strlen(bytes));
    batch_order_free(order);
}

#define TO(code) "{\"destination\":\"" code "\"}"

static void together(void **state)
{
    (void)state;
    check_turns("", "");
    check_turns("a", "a");
    check_turns("a\n", "a");
    check_turns(TO("KZ") "a\n" TO("CN") "b\n" TO("KZ") "c\n" TO("CN") "d\n", "bdac");
    check_turns(TO("KZ") "a\n" TO("KG") "b\n" TO("cn") "c\n" TO("CN") "d", "cdba");
    // Without a destination, or with one that is not written so: first, as they stand.
    check_turns(TO("CN") "a\nb\n\n{\"destination\": \"AU\"}c\n\"destination\":\"Ad\n", "b-cda");
    check_turns("\"destination\":\"AUa\n\"destination\":\"AM\n\"destination\":\"d\nZZ", "dZMa");
}

static void as_the_lines_stand(void **state)
{
    (void)state;
    struct batch_order *order = batch_order_new();
    char lines[] = TO("KZ") "a\n" TO("CN") "b\n" TO("AM") "c\n" TO("CN") "d\n", *next;
    struct text out = TEXT_INIT;
    text_add(&out, "before ");
    size_t begun = out.len;
    assert_string_equal(turns_of(order, lines, &next), "cbda");
    for (int32_t i = 0; i < order->n; i++) {
        struct batch_order_line *line = &order->lines[order->turns[i]];
        line->answer = out.len;
        if (line->bytes[line->len - 1] != 'b') // one that has no answer
            text_printf(&out, "%c%d ", line->bytes[line->len - 1], i);
        line->answer_len = out.len - line->answer;
    }
    assert_string_equal(text_str(&out), "before c0 d2 a3 ");
    batch_order_restore(order, &out, begun);
    assert_string_equal(text_str(&out), "before a3 c0 d2 ");
    text_release(&out);
    batch_order_free(order);
}

// What is more than fits is taken next.
static void many(void **state)
{
    (void)state;
    struct batch_order *order = batch_order_new();
    struct text lines = TEXT_INIT;
    text_repeat(&lines, '\n', BATCH_ORDER_MOST + 1);
    char *bytes = lines.bytes, *end = bytes + lines.len;
    char *next = batch_order_take(order, bytes, end);
    assert_ptr_equal(next, end - 1);
    assert_int_equal(order->n, BATCH_ORDER_MOST);
    for (int32_t i = 0; i < order->n; i++)
        assert_int_equal(order->turns[i], i);
    assert_ptr_equal(batch_order_take(order, next, end), end);
    assert_int_equal(order->n, 1);
    text_release(&lines);
    batch_order_free(order);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(together),
        cmocka_unit_test(as_the_lines_stand),
        cmocka_unit_test(many),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
