/*
 * What works on many bytes at once does what goes byte by byte: terminators,
 * sums of decimal text, machine words, the long runs inside JSON.
 *
 * Shape: a byte to look for, a byte that says where texts begin, the bytes.
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "adder.h"
#include "aid.h"
#include "cpu.h"
#include "fuzz.h"
#include "scan.h"
#include "word.h"
#include <stdlib.h>
#include <string.h>

#define LONGEST 4096

/* -------- terminators -------- */

/* Put the places of eol. Returns: how many. */
static size_t
find_plain(const char *bytes, size_t len, char eol, size_t *place)
{
	size_t n = 0, i;

	for (i = 0; i < len; i++) {
		if (bytes[i] == eol)
			place[n++] = i;
	}
	return n;
}

typedef size_t scanner(const char *, size_t, char, size_t *, size_t);

/* What a scanner finds are the first of them, as many as there is room. */
static void
check_scanner(scanner *scan, const char *bytes, size_t len, char eol,
    const size_t *place, size_t n, size_t max)
{
	size_t *end = malloc(max * sizeof *end);
	const size_t found = end ? scan(bytes, len, eol, end, max) : 0;
	size_t i;

	must(end && found <= max && found <= n);
	/* It ends where there is no room for a step more, or no more to see. */
	must(found == n || found + SCAN_STEP > max);
	for (i = 0; i < found; i++)
		must(end[i] == place[i]);
	free(end);
}

static void
check_scan(const char *bytes, size_t len, char eol, size_t more)
{
	size_t *place = malloc((len + 1) * sizeof *place);
	const size_t n = place ? find_plain(bytes, len, eol, place) : 0;
	uint64_t found;
	size_t i, got;

	must(place != NULL);
	must(scan_count(bytes, len, eol) == n);
	must(scan_last(bytes, len, eol) == (n > 0 ? place[n - 1] + 1 : 0));
	for (i = 0; i <= n + 1; i += 1 + i / 4) {
		got = scan_records(bytes, len, eol, i, &found);
		must(found == (i < n ? i : n));
		must(got == (found > 0 ? place[found - 1] + 1 : 0));
	}
	check_scanner(scan_ends, bytes, len, eol, place, n, SCAN_STEP + more);
	check_scanner(scan_ends_plain, bytes, len, eol, place, n,
	    SCAN_STEP + more);
#ifdef __SSE2__
	if (len >= SCAN_STEP)
		check_scanner(scan_ends_x86, bytes, len, eol, place, n,
		    SCAN_STEP + more);
#endif
	free(place);
}

/* -------- sums -------- */

static const struct {
	const struct adder *adder;
	enum cpu_vectors needed;
} adders[] = {
	{ &adder_words, CPU_PLAIN },
#ifdef HAVE_X86_VECTORS
	{ &adder_avx2, CPU_AVX2 },
	{ &adder_avx512, CPU_AVX512 },
#endif
};

typedef bool kernel(char *, const char *, const char *, size_t, bool);

static void
check_kernel(kernel *fast, kernel *plain, const char *a, const char *b,
    size_t len, bool carry)
{
	char *want = apart(a, len), *got = apart(a, len);
	char *other = apart(b, len);
	const bool over = plain(want, a, b, len, carry);

	must(fast(got, a, b, len, carry) == over);
	must_equal(got, len, want, len);
	/* The result may stand where one of them was. */
	memcpy(got, a, len);
	must(fast(got, got, b, len, carry) == over);
	must_equal(got, len, want, len);
	must(fast(other, a, other, len, carry) == over);
	must_equal(other, len, want, len);
	free(want);
	free(got);
	free(other);
}

/* Make a text of digits with marks between them, and one of digits only. */
static void
make_texts(const char *bytes, size_t len, char *a, char *b)
{
	static const char marks[] = ".-\n";
	size_t i;

	for (i = 0; i < len; i++) {
		const unsigned c = (unsigned char)bytes[i];

		a[i] = (char)('0' + c % 10);
		b[i] = (char)('0' + c / 10 % 10);
		if (c >= 250) {
			a[i] = c == 255 ? '\0' : marks[c % 3];
			b[i] = '0';
		}
	}
}

/* Add to each digit what leads to the other one. */
static void
check_apart(const struct adder *adder, const char *a, const char *b,
    size_t len)
{
	char *want = apart(a, len), *got = apart(a, len), *by = apart(b, len);
	size_t i;

	for (i = 0; i < len; i++) {
		if (a[i] >= '0' && a[i] <= '9')
			want[i] = b[i];
		by[i] = (char)(want[i] - a[i]);
	}
	adder->add_apart(got, got, (const signed char *)by, len);
	must_equal(got, len, want, len);
	adder_add_apart(got, a, (const signed char *)by, len);
	must_equal(got, len, want, len);
	free(want);
	free(got);
	free(by);
}

static void
check_sums(const char *bytes, size_t len)
{
	char *a = apart(bytes, len), *b = apart(bytes, len);
	size_t i;

	make_texts(bytes, len, a, b);
	check_apart(&adder_bytes, a, b, len);
	check_kernel(adder_add, adder_bytes.add, a, b, len, false);
	check_kernel(adder_subtract, adder_bytes.subtract, a, b, len, true);
	for (i = 0; i < sizeof adders / sizeof *adders; i++) {
		const struct adder *const adder = adders[i].adder;

		if (adders[i].needed > cpu_vectors())
			continue;
		check_kernel(adder->add, adder_bytes.add, a, b, len, false);
		check_kernel(adder->add, adder_bytes.add, a, b, len, true);
		check_kernel(adder->subtract, adder_bytes.subtract, a, b, len,
		    false);
		check_kernel(adder->subtract, adder_bytes.subtract, a, b, len,
		    true);
		check_apart(adder, a, b, len);
	}
	free(a);
	free(b);
}

/* -------- words -------- */

static char
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

static void
check_words(const char *bytes, size_t len, size_t from)
{
	const size_t half = len / 2;
	char *a = apart(bytes, half), *b = apart(bytes + half, half);
	bool same = true, letters = true;
	uint64_t word, want = 0;
	unsigned zero = 8;
	size_t i;

	for (i = 0; i < half; i++) {
		same = same && a[i] == b[i];
		letters = letters && lower(a[i]) == lower(b[i]);
	}
	must(word_equal(a, b, half) == same);
	must(word_equal_letters(a, b, half) == letters);
	for (i = 0; i < half; i++)
		b[i] = lower(a[i]);
	must(word_equal_letters(a, b, half));
	from = half > 0 ? from % half : 0;
	if (half - from > 8)
		must(word_equal(a + from, a + from, half - from));
	for (i = 0; i < 8 && i < half; i++) {
		want |= (uint64_t)(unsigned char)a[i] << 8 * i;
		if (zero == 8 && a[i] == 0)
			zero = (unsigned)i;
	}
	if (zero == 8 && half < 8)
		zero = (unsigned)half;
	word = word_load_part(a, half);
	must(word == want);
	must(word_first_zero(word) == zero);
	free(a);
	free(b);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct pieces pieces = { bytes, len };
	size_t from, n;
	char eol, *text;

	if (len > LONGEST)
		return 0;
	eol = (char)pieces_byte(&pieces);
	from = pieces_byte(&pieces);
	text = apart((const char *)pieces.at, pieces.left);
	n = pieces.left;
	check_scan(text, n, eol, from);
	check_words(text, n, from);
	check_sums(text, n);
	/* And where they begin elsewhere. */
	from = n > 0 ? from % (n < 16 ? n : 16) : 0;
	check_scan(text + from, n - from, eol, from);
	check_sums(text + from, n - from);
	free(text);
	return 0;
}
