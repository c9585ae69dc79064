// SPDX-License-Identifier: MIT
#include "app/cover.h"

#include "app/doors.h"
#include "app/places.h"
#include "base/text.h"
#include "front/screen.h"
#include "pack/read/load.h"
#include "tongue/i18n.h"

static void show(struct cover *cover, const struct call *call, struct i18n *i18n,
                 const struct pack *head)
{
    const struct terminal_looks looks = doors_looks(call, false);
    cover->terminal = terminal_open(i18n, &looks);
    if (cover->terminal)
        screen_cover(cover->terminal, wizard_cover(&cover->arena, i18n, head, !call->language));
}

void cover_open(struct cover *cover, const struct call *call, struct i18n *i18n)
{
    struct text dir = TEXT_INIT;
    *cover = (struct cover){.terminal = NULL};
    arena_init(&cover->arena);
    call_first_pack(call, &dir);
    const struct pack *head = pack_load_head(text_str(&dir), &cover->arena);
    if (head) {
        call_language(i18n, call->language);
        if (call_speak_quietly(i18n, head, &dir, call->language))
            show(cover, call, i18n, head);
        if (!cover->terminal)
            i18n_release(i18n);
    }
    text_release(&dir);
}

const struct pack *cover_read(struct cover *cover, const struct call *call, struct i18n *i18n)
{
    struct text dir = TEXT_INIT;
    call_first_pack(call, &dir);
    const struct pack *pack = call_load_quietly(text_str(&dir));
    if (pack && !call_speak_quietly(i18n, pack, &dir, call->language)) {
        pack_free(pack);
        pack = NULL;
    }
    if (!pack) {
        (void)terminal_close(cover->terminal);
        cover->terminal = NULL;
        i18n_release(i18n);
    }
    text_release(&dir);
    return pack;
}

void cover_release(struct cover *cover)
{
    arena_release(&cover->arena);
}
