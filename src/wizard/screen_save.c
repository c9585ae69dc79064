// SPDX-License-Identifier: MIT
// What is taken away as a file: the result, a letter, the summary of an appointment; its name, and
// what is said where it cannot be written.
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/hash.h"
#include "case/summary.h"
#include "wizard/state.h"

struct taking take_of(const struct wizard *w, const struct ground *g)
{
    bool two = *w->second && strcmp(w->second, w->i18n->lang) != 0;
    return (struct taking){g, w->i18n, two ? w->second : NULL, w->letter, NULL};
}

// ---- which file ---------------------------------------------------------------------------------

static void propose_name(struct wizard *w, const struct outlet_format *format)
{
    const char *what = w->summary ? "-summary" : w->letter ? "-letter" : "";
    char name[64];
    const struct pack *pack = w->pack;
    int32_t q = pack->q_destination;
    const struct answer *a = q == NONE ? NULL : &w->session.current.of[q];
    bool known = a && a->state == ANSWER_GIVEN && a->value < pack->n_countries;
    snprintf(name, sizeof name, "tanu%s%s%s.%s", what, known ? "-" : "",
             known ? pack->countries[a->value] : "", format->ending);
    line_set(&w->file, name);
}

static int to_file(struct wizard *w, int format)
{
    w->format = format;
    w->over = 0;
    propose_name(w, &w->outlet->formats[format]);
    return wizard_open(w, SCREEN_SAVE);
}

int take_as_file(struct wizard *w, int format, const struct letter *letter)
{
    w->letter = letter;
    w->summary = false;
    return to_file(w, format);
}

// The first format that any page can be written in.
static int paper_format(const struct wizard *w)
{
    int i = 0;
    while (i + 1 < w->outlet->n_formats && !w->outlet->formats[i].paper)
        i++;
    return i;
}

int take_summary(struct wizard *w)
{
    if (!w->outlet || !(w->abilities & ABILITY_WRITE))
        return WIZARD_SAME;
    w->letter = NULL;
    w->summary = true;
    return to_file(w, paper_format(w));
}

// ---- writing it ---------------------------------------------------------------------------------

static enum context save_context(const struct wizard *w)
{
    (void)w;
    return CONTEXT_NAME;
}

static struct page *build_save(struct wizard *w, const struct ground *g)
{
    return page_save(g,
                     w->summary ? _("The summary of the appointment, by the end of its name as "
                                    "text (.txt), for the browser (.html) or to print (.pdf)")
                                : _(w->outlet->formats[w->format].label),
                     w->file.bytes, w->file.cursor);
}

static struct wizard_line *file_line(struct wizard *w)
{
    return &w->file;
}

static const char *fault_words(struct wizard *w, int fault, const char *path)
{
    switch (fault) {
    case EEXIST:
        return _("There is a file of that name. Do it once more to write over it.");
    case EACCES:
    case EPERM:
    case EROFS:
        return _("Nothing may be written there. Take another folder.");
    case ENOENT:
    case ENOTDIR:
        return _("There is no such folder. Take another one.");
    case EISDIR:
        return _("That is a folder. Add the name of a file.");
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return _("There is no room for it there. Nothing was written; take another disk.");
    default:
        return arena_printf(&w->frame, "%s: %s", path, strerror(fault));
    }
}

// "~/x" as a shell means it.
static const char *whole_path(struct wizard *w, const char *name)
{
    const char *home = getenv("HOME");
    name += strspn(name, " ");
    size_t len = strlen(name);
    while (len && name[len - 1] == ' ')
        len--;
    const char *path = arena_strndup(&w->frame, name, len);
    return !strncmp(path, "~/", 2) && home && *home
               ? arena_printf(&w->frame, "%s%s", home, path + 1)
               : path;
}

// A summary says by the end of its name how it is written.
static void choose_format(struct wizard *w, const char *path)
{
    const char *dot = strrchr(path, '.');
    w->format = paper_format(w);
    for (int i = 0; dot && i < w->outlet->n_formats; i++)
        if (w->outlet->formats[i].paper && !strcmp(dot + 1, w->outlet->formats[i].ending))
            w->format = i;
}

// A file that is there is written over when it was asked for twice.
bool take_save(struct wizard *w, const char *name)
{
    struct text out = TEXT_INIT;
    const char *why = NULL, *path = whole_path(w, name);
    struct ground g = take_ground(w);
    uint64_t asked = hash_string(path) | 1;
    struct taking t = take_of(w, &g);
    struct case_summary summary;
    bool good = false;
    if (w->summary) {
        choose_format(w, path);
        summary_of(&summary, &g, &w->sitting->doc, false);
        t.summary = &summary;
        t.second = NULL; // what was typed is in one language
    }
    if (!*path) {
        wizard_say(w, _("Please type the name of a file."));
    } else if (w->outlet->write(w->outlet, &t, w->format, &out, &why)) {
        wizard_say(w, _(why));
    } else if (file_write(path, text_str(&out), out.len, 0600, w->over == asked)) {
        int fault = errno;
        w->over = fault == EEXIST ? asked : 0;
        wizard_say(w, fault_words(w, fault, path));
    } else {
        w->over = 0;
        wizard_say(w, arena_printf(&w->frame, _("Saved: %s"), path));
        good = true;
    }
    text_release(&out);
    return good;
}

static int accept_file(struct wizard *w, enum action action, const char *argument)
{
    (void)action;
    (void)argument;
    return take_save(w, w->file.bytes) ? wizard_close(w) : WIZARD_PAGE;
}

const struct screen_ops screen_save = {
    .id = "save",
    .context = save_context,
    .assessed = true,
    .build = build_save,
    .accept = accept_file,
    .line = file_line,
};
