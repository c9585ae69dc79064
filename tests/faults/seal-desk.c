// SPDX-License-Identifier: MIT
// seal-desk FOLDER PASSPHRASE: begins a sealed part in this folder of cases, and seals the whole
// desk from now on, with a passphrase that costs nothing to try: tests open it a thousand times.
// 77: a build without libsodium.
#include <stdio.h>
#include <string.h>

#include "case/vault.h"

int main(int argc, char **argv)
{
    struct vault *vault;
    if (argc != 3)
        return 64;
    enum store_fault fault = vault_make(&vault, argv[1], argv[2], strlen(argv[2]), SEAL_LEAST);
    if (fault == STORE_NO_SEAL)
        return 77;
    if (!fault)
        fault = vault_set_whole(vault, true);
    vault_close(vault);
    if (fault)
        printf("seal-desk: fault %d\n", (int)fault);
    return fault ? 1 : 0;
}
