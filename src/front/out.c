// SPDX-License-Identifier: MIT
#include "front/out.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>
#include "base/io.h"

static int pour(int fd, struct text *out)
{
    int status = write_all(fd, text_str(out), out->len), fault = errno;
    text_release(out);
    errno = fault;
    return status;
}

int out_words(const struct i18n *i18n, int fd, const char *utf8)
{
    struct text out = TEXT_INIT;
    i18n_encode(i18n, &out, utf8);
    return pour(fd, &out);
}

int out_json(const struct i18n *i18n, int fd, const char *json, size_t len)
{
    if (!strcmp(i18n->charset, "UTF-8") || !isatty(fd))
        return write_all(fd, json, len);
    struct text out = TEXT_INIT;
    text_json_ascii(&out, json, len);
    return pour(fd, &out);
}
