// SPDX-License-Identifier: MIT
// Sealed cases: opening them, seal, unseal, passphrase; see desk.h.
#include <string.h>

#include "app/desk.h"
#include "app/passphrase.h"
#include "case/vault.h"

static const char key_file[] = "desk.seal";

static int open_vault(const struct call *call, struct store *store)
{
    struct passphrase p;
    seal_shut_memory();
    int status = passphrase_ask(call, _("Passphrase of the sealed cases: "), &p);
    if (status)
        return status;
    enum store_fault fault = vault_open(&store->vault, store->dir, p.words, p.len);
    passphrase_forget(&p);
    return fault ? desk_complain(fault, key_file) : 0;
}

int desk_unseal(const struct call *call, struct store *store)
{
    if (!store->sealed || store->vault)
        return 0;
    int status = open_vault(call, store);
    if (!status && *vault_seen(store->vault))
        call_complain("this folder of cases is older than what was here on %s: was it restored "
                      "from a backup? What was written since then is not in it.",
                      vault_seen(store->vault));
    return status;
}

void desk_seal_again(struct store *store)
{
    vault_close(store->vault);
    store->vault = NULL;
}

static int make_vault(struct desk *d)
{
    struct passphrase p;
    seal_shut_memory();
    int status = passphrase_make(d->call, &p);
    if (status)
        return status;
    enum store_fault fault = vault_make(&d->store.vault, d->store.dir, p.words, p.len, SEAL_USUAL);
    passphrase_forget(&p);
    if (fault)
        return desk_complain(fault, key_file);
    d->store.sealed = true;
    return 0;
}

// All of them; one that cannot be turned does not stop the others.
static int turn_all(struct desk *d, desk_step *how)
{
    struct arena arena;
    const char **names;
    int status = 0;
    arena_init(&arena);
    int count = store_list(&d->store, &arena, &names);
    for (int i = 0; i < count; i++) {
        int fault = desk_locked(d, names[i], how);
        status = fault ? fault : status;
    }
    arena_wipe(&arena);
    arena_release(&arena);
    return status;
}

static bool any_plain(const struct desk *d)
{
    struct arena arena;
    const char **names;
    arena_init(&arena);
    int count = store_list(&d->store, &arena, &names);
    bool any = false;
    for (int i = 0; i < count && !any; i++)
        any = !vault_has(d->store.vault, names[i]);
    arena_release(&arena);
    return any;
}

static void say_sealed(struct desk *d, int n, char **operands)
{
    if (n)
        text_printf(&d->out, _("%s is sealed."), operands[0]);
    else
        text_add(&d->out, _("All cases are sealed, and new ones will be."));
    text_char(&d->out, '\n');
    text_add(&d->out,
             _("Without the passphrase nobody can open them, and nobody can bring it back."));
    text_char(&d->out, '\n');
}

// [NAME]: one case, or the whole desk.
int cases_seal(struct desk *d, char **operands, int n)
{
    if (n && (!store_name_good(operands[0]) || !store_has(&d->store, operands[0])))
        return desk_complain(store_name_good(operands[0]) ? STORE_MISSING : STORE_BAD_NAME,
                             operands[0]);
    int status = d->store.vault ? 0 : make_vault(d);
    if (status)
        return status;
    enum store_fault fault = n ? STORE_GOOD : vault_set_whole(d->store.vault, true);
    if (fault)
        return desk_complain(fault, key_file);
    status = n ? desk_locked(d, operands[0], store_seal) : turn_all(d, store_seal);
    if (!status && (n || !any_plain(d)))
        say_sealed(d, n, operands);
    return status;
}

static int end_vault(struct desk *d)
{
    enum store_fault fault = vault_end(d->store.vault);
    if (fault == STORE_EXISTS) {
        call_complain("something is sealed still, such as a visit to a case that was never saved; "
                      "the passphrase stays.");
        return EXIT_NEGATIVE;
    }
    return fault ? desk_complain(fault, key_file) : 0;
}

int cases_unseal(struct desk *d, char **operands, int n)
{
    if (!d->store.vault) {
        call_complain("no case is sealed here.");
        return EXIT_NO_INPUT;
    }
    if (n) {
        int status = desk_locked(d, operands[0], store_unseal);
        if (!status)
            text_printf(&d->out, _("%s is no longer sealed."), operands[0]),
                text_char(&d->out, '\n');
        return status;
    }
    int status = turn_all(d, store_unseal);
    if (!status)
        status = end_vault(d);
    if (!status)
        text_printf(&d->out, "%s\n", _("Nothing is sealed any longer."));
    return status;
}

int cases_passphrase(struct desk *d, char **operands, int n)
{
    struct passphrase p;
    (void)operands, (void)n;
    if (!d->store.vault) {
        call_complain("no case is sealed here.");
        return EXIT_NO_INPUT;
    }
    int status = passphrase_make(d->call, &p);
    if (status)
        return status;
    enum store_fault fault = vault_rewrap(d->store.vault, p.words, p.len, SEAL_USUAL);
    passphrase_forget(&p);
    if (fault)
        return desk_complain(fault, key_file);
    text_printf(&d->out, "%s\n",
                _("The new passphrase counts from now on. A copy of the folder from before still "
                  "opens with the old one."));
    return 0;
}
