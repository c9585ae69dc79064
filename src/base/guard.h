// SPDX-License-Identifier: MIT
// Under AddressSanitizer the blocks of an arena stand apart and what lies between them, or behind
// the last one, may not be touched: so a step behind a list is noticed as with malloc. Without it
// all of this is nothing. Only for arena.c and its test.
#ifndef TANU_BASE_GUARD_H
#define TANU_BASE_GUARD_H

#ifdef __has_feature
#if __has_feature(address_sanitizer)
#define GUARD_BLOCKS
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define GUARD_BLOCKS
#endif

#ifdef GUARD_BLOCKS
#include <sanitizer/asan_interface.h>
#define guard_hide(at, size) __asan_poison_memory_region((at), (size))
#define guard_show(at, size) __asan_unpoison_memory_region((at), (size))
enum { GUARD = 16 }; // bytes behind a block
#else
#define guard_hide(at, size) ((void)(at), (void)(size))
#define guard_show(at, size) ((void)(at), (void)(size))
enum { GUARD = 0 };
#endif

#endif
