// SPDX-License-Identifier: MIT
// The desk for the wizard; see desk_list.h.
#include "app/desk_list.h"

#include <errno.h>
#include <string.h>
#include "base/utf8.h"

static void look_for_names(struct desk_list *l)
{
    const char **names;
    arena_wipe(&l->names);
    l->desk.n = store_list(&l->d.store, &l->names, &names);
    l->desk.names = names;
}

static struct case_look look(void *user, struct arena *arena, int i)
{
    struct desk_list *l = user;
    struct desk_case c;
    struct text moved = TEXT_INIT;
    struct case_look said = {"", "", "", "", .fault = ""};
    desk_read(&l->d, &c, l->desk.names[i], true);
    if (c.judged) {
        const struct doc_node *place = kept_place_of(&c.doc, desk_destination(&l->d));
        kept_moved(&c.doc, l->d.pack, l->d.assessment, &moved);
        said.country = desk_destination(&l->d);
        said.status = arena_strdup(arena, doc_text(place, "status"));
        said.next = arena_strdup(arena, desk_next(&c.doc));
        said.changed = arena_strdup(arena, desk_changed(&c.doc));
        said.moved = moved.len;
        said.over = desk_over(&l->d, &c);
    } else {
        said.fault = c.fault == STORE_SYSTEM ? strerror(errno) : _(store_words(c.fault));
    }
    text_release(&moved);
    desk_release(&c);
    return said;
}

static void close_case(void *user)
{
    struct desk_list *l = user;
    if (l->open)
        sitting_close(&l->sitting);
    l->open = false;
    look_for_names(l);
}

static struct sitting *open_case(void *user, const char *name, const char **why)
{
    struct desk_list *l = user;
    close_case(l);
    enum store_fault fault =
        sitting_open(&l->sitting, l->d.pack, l->d.engine, l->d.call->as_of, &l->d.store, name);
    if (!fault) {
        l->open = true;
        return &l->sitting;
    }
    *why = fault == STORE_SYSTEM ? strerror(errno) : _(store_words(fault));
    sitting_close(&l->sitting);
    return NULL;
}

void desk_list_open(struct desk_list *l, const struct call *call, const struct pack *pack,
                    struct engine *engine, const struct store *store)
{
    *l = (struct desk_list){.d = {.call = call, .pack = pack, .engine = engine, .store = *store}};
    arena_init(&l->names);
    desk_begin(&l->d);
    l->desk = (struct wizard_desk){.user = l, .look = look, .open = open_case, .close = close_case};
    look_for_names(l);
}

void desk_list_close(struct desk_list *l)
{
    if (!l->d.words)
        return;
    close_case(l);
    desk_end(&l->d);
    arena_wipe(&l->names);
    arena_release(&l->names);
}

bool desk_list_begins(const struct desk_list *l, const char *letters)
{
    struct text folded = TEXT_INIT, name = TEXT_INIT;
    bool begins = false;
    utf8_fold(&folded, letters);
    for (int i = 0; i < l->desk.n && folded.len; i++) {
        text_clear(&name);
        utf8_fold(&name, l->desk.names[i]);
        begins |= !strncmp(text_str(&name), text_str(&folded), folded.len);
    }
    text_release(&folded);
    text_release(&name);
    return begins && !store_has(&l->d.store, letters);
}
