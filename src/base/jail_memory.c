// SPDX-License-Identifier: MIT
// See jail.h.
#include "base/jail.h"

#include <sys/mman.h>
#include <sys/resource.h>

void jail_memory(void)
{
    struct rlimit limit;
    if (getrlimit(RLIMIT_MEMLOCK, &limit) == 0 && limit.rlim_cur == RLIM_INFINITY)
        (void)mlockall(MCL_CURRENT | MCL_FUTURE | MCL_ONFAULT);
}
