/*
 * fuzz - what a fuzz target is: fuzz_NAME.c defines this, and corpus/NAME
 * has the inputs to begin with
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef FUZZ_H
#define FUZZ_H

#include <stddef.h>
#include <stdint.h>

/* Try the input; abort where a promise is broken. Returns: 0. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

#endif
