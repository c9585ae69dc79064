// SPDX-License-Identifier: MIT
// The program is built so that every local is cleared at every call (-ftrivial-auto-var-init=zero).
// A large one that is filled before it is read may say that it need not be:
//
//     const struct expr *left[EXPR_MAX_NODES] SCRATCH;
#ifndef TANU_BASE_SCRATCH_H
#define TANU_BASE_SCRATCH_H

#ifdef __has_attribute
#if __has_attribute(uninitialized)
#define SCRATCH __attribute__((uninitialized))
#endif
#endif
#ifndef SCRATCH
#define SCRATCH
#endif

#endif
