// SPDX-License-Identifier: MIT
#include "app/one_case.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/places.h"
#include "base/io.h"
#include "base/oom.h"
#include "base/text.h"
#include "pack/read/load.h"

int one_case_read(struct one_case *one, const struct pack *pack, date as_of, const char *file)
{
    const char *name = file ? file : "standard input";
    int fd = file ? open(file, O_RDONLY | O_CLOEXEC) : STDIN_FILENO;
    if (fd < 0) {
        call_complain("%s: %s", name, strerror(errno));
        return EXIT_NO_INPUT;
    }
    one->bytes = xcalloc(1, JSON_LINE_MAX + 2);
    // One object, in one line or many; a longer file is noticed by its reader.
    ssize_t n = read_full(fd, one->bytes, JSON_LINE_MAX + 1);
    if (n < 0)
        call_complain("%s: %s", name, strerror(errno));
    if (file)
        close(fd);
    if (n < 0)
        return EXIT_IO;
    one->words = json_words_new(pack, as_of, NULL, 0);
    int fault = json_case_read(one->words, one->bytes, (size_t)n, &one->line, &one->several);
    if (!fault)
        return 0;
    call_complain("%s: %s [%s]", name, one->line.text, one->line.code);
    return EXIT_DATA;
}

int one_case_open(struct one_case *one, const struct call *call, bool utf8)
{
    memset(one, 0, sizeof *one);
    int status = call_open_spoken(call, &one->i18n, utf8, &one->pack);
    if (!status)
        status = one_case_read(
            one, one->pack, call->as_of,
            call->n_operands && strcmp(call->operands[0], "-") != 0 ? call->operands[0] : NULL);
    if (!status)
        one->engine = engine_new(one->pack, call->as_of);
    return status;
}

void one_case_release(struct one_case *one)
{
    engine_free(one->engine);
    json_words_free(one->words);
    explicit_bzero(&one->line, sizeof one->line);
    explicit_bzero(&one->several, sizeof one->several);
    if (one->bytes)
        explicit_bzero(one->bytes, JSON_LINE_MAX + 2);
    free(one->bytes);
    if (one->pack)
        pack_free(one->pack);
    i18n_release(&one->i18n);
}

// ---- judging ------------------------------------------------------------------------------------

int one_case_judge(const struct one_case *one, struct judged *judged)
{
    bool several = one->several.n;
    *judged = (struct judged){.all = xcalloc(SEVERAL_MOST, sizeof *judged->all)};
    judged->diplomas = (struct diplomas){.answers = several ? one->several.of : &one->line.answers,
                                         .assessments = judged->all,
                                         .n = several ? one->several.n : 1};
    if (several)
        judged->diplomas.open = judged->diplomas.carries =
            several_assess(one->engine, one->pack, &one->several, judged->all);
    else
        assess(one->engine, &one->line.answers, ASSESS_FULL, judged->all);
    return call_trouble(one->pack, one->engine, 0) ? EXIT_DATA : 0;
}

struct ground judged_ground(const struct one_case *one, const struct judged *judged,
                            const struct call *call, struct arena *arena)
{
    const struct diplomas *d = &judged->diplomas;
    return (struct ground){.arena = arena,
                           .i18n = &one->i18n,
                           .pack = one->pack,
                           .engine = one->engine,
                           .as_of = call->as_of,
                           .answers = d->answers + d->carries,
                           .assessment = judged->all + d->carries,
                           .diplomas = one->several.n ? d : NULL};
}

void judged_release(struct judged *judged)
{
    for (int i = 0; judged->all && i < SEVERAL_MOST; i++)
        assessment_release(&judged->all[i]);
    free(judged->all);
}
