/*
 * sanitizer - what the memory sanitizer is told of what it can't see
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef SANITIZER_H
#define SANITIZER_H

/*
 * Check is not built for the memory sanitizer, which sees it write what it
 * has not seen it set. What the tests and the library do is looked at.
 */
#ifdef __has_feature
#if __has_feature(memory_sanitizer)
#include <sanitizer/msan_interface.h>
#define CHECK_IS_TRUSTED() __msan_scoped_disable_interceptor_checks()
#define CHECK_IS_LEFT() __msan_scoped_enable_interceptor_checks()
#define WAS_READ(bytes, n) __msan_unpoison(bytes, n)
#endif
#endif
#ifndef CHECK_IS_TRUSTED
#define CHECK_IS_TRUSTED() (void)0
#define CHECK_IS_LEFT() (void)0
#define WAS_READ(bytes, n) (void)0
#endif

#endif
