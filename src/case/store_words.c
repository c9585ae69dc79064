// SPDX-License-Identifier: MIT
// What is said of a fault of the store; see store.h.
#include "case/store.h"
#include "tongue/i18n.h"

const char *store_words(enum store_fault fault)
{
    switch (fault) {
    case STORE_NO_PLACE:
        return N_("there is no place for cases: neither XDG_DATA_HOME nor HOME is set.");
    case STORE_FOREIGN:
        return N_("it belongs to somebody else, others can write it, or it is a link; it is "
                  "left alone.");
    case STORE_BAD_NAME:
        return N_("this cannot be the name of a case: letters, digits, blanks and - _ . , only, at "
                  "most 80, and no dot or dash first.");
    case STORE_MISSING:
        return N_("there is no case of that name.");
    case STORE_EXISTS:
        return N_("there is a case of that name already.");
    case STORE_DAMAGED:
        return N_("the file is damaged, and is left as it is. If a version before it was kept, "
                  "'tanu --case NAME' shows that one.");
    case STORE_NEWER:
        return N_(
            "it was written by a newer version of tanu; it can be looked at, but not changed.");
    case STORE_TOO_BIG:
        return N_("the case has become too big to be kept; take some notes out.");
    case STORE_NO_SEAL:
        return N_("sealed cases need libsodium, and this program was built without it.");
    case STORE_WRONG:
        return N_("this is not the passphrase of the sealed cases.");
    case STORE_CUT:
        return N_("the sealed file was cut off, or it is none. It is left as it is.");
    case STORE_ALTERED:
        return N_("the sealed file was altered, or sealed with another key. It is left as it is.");
    case STORE_SWAPPED:
        return N_("another sealed file stands in its place. It is left as it is.");
    case STORE_OLDER:
        return N_("an older version of the sealed file stands in its place. It is left as it is.");
    case STORE_GONE:
        return N_("a sealed file is missing.");
    case STORE_GOOD:
    case STORE_SYSTEM:
        break;
    }
    return "";
}
