/*
 * big - GMP's integers: their memory, and what we need to get in and out
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "big.h"
#include "memory.h"
#include <stdlib.h>

static void *
allocate(size_t len)
{
	return xallocate(len, 1);
}

static void *
reallocate(void *bytes, size_t len, size_t more)
{
	return xgrow(bytes, &len, more, 1);
}

static void
release(void *bytes, size_t len)
{
	(void)len;
	free(bytes);
}

void
big_start(void)
{
	mp_set_memory_functions(allocate, reallocate, release);
}

void
big_set_halves(mpz_t n, const uint64_t half[2], bool negative)
{
	mpz_import(n, 2, -1, sizeof *half, 0, 0, half);
	if (negative)
		mpz_neg(n, n);
}

bool
big_halves(const mpz_t n, unsigned bits, uint64_t half[2])
{
	if (mpz_sizeinbase(n, 2) > bits)
		return false;
	half[0] = half[1] = 0;
	mpz_export(half, NULL, -1, sizeof *half, 0, 0, n);
	return true;
}

uint64_t
big_digits(const mpz_t n)
{
	return mpz_sizeinbase(n, 10);
}

bool
big_raise(mpz_t n, uint64_t zeros, uint64_t most)
{
	mpz_t power;

	if (zeros == 0 || mpz_sgn(n) == 0)
		return true;
	if (big_digits(n) + zeros > most)
		return false;
	big_start();
	mpz_init(power);
	mpz_ui_pow_ui(power, 10, (unsigned long)zeros);
	mpz_mul(n, n, power);
	mpz_clear(power);
	return true;
}

void
big_divide(mpz_t n, const mpz_t divisor)
{
	int order, sign = mpz_sgn(n);
	mpz_t rest;

	big_start();
	mpz_init(rest);
	mpz_tdiv_qr(n, rest, n, divisor);
	mpz_mul_2exp(rest, rest, 1);
	order = mpz_cmpabs(rest, divisor);
	mpz_clear(rest);
	if (order < 0 || (order == 0 && mpz_even_p(n)))
		return;
	if (sign < 0)
		mpz_sub_ui(n, n, 1);
	else
		mpz_add_ui(n, n, 1);
}
