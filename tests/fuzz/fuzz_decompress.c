/*
 * Bytes as what is compressed: the helper gives the same bytes and the same
 * status however they come to it, and wherever a tool has read the first of
 * them already. Of damaged data a codec decodes more or less before it sees
 * that; what it gives is the same as far as both go.
 *
 * Shape: a byte, how many were read; then what is compressed.
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "aid.h"
#include "descriptor.h"
#include "fuzz.h"
#include "memory.h"
#include <stdlib.h>
#include <string.h>

/* The helper, whole, but for where its bytes come from and go to. */
static ssize_t give(int fd, void *bytes, size_t len);
static bool take(int fd, const void *bytes, size_t len);
int helper_main(int argc, char **argv);

#define descriptor_await(fd) ((void)(fd))
#define descriptor_pace(n) ((void)(n))
#define descriptor_read give
#define descriptor_write take
#define main helper_main
#include "../../tools/iterutils-decompress.c"

#define LONGEST 4096

/* A little of it can be much: more is not looked at. */
#define DECODED_MAX ((size_t)1 << 20)

/* What is to be read, so much at once, and what came of it. */
static struct pieces packed;
static size_t piece;
static struct decoded {
	char *bytes;
	size_t len, capacity;
	int status;
} *decoded;

static ssize_t
give(int fd, void *bytes, size_t len)
{
	(void)fd;
	if (len > piece)
		len = piece;
	if (len > packed.left)
		len = packed.left;
	if (len > 0)
		memcpy(bytes, packed.at, len);
	packed.at += len;
	packed.left -= len;
	return (ssize_t)len;
}

static bool
take(int fd, const void *bytes, size_t len)
{
	(void)fd;
	decoded->bytes = xgrow(decoded->bytes, &decoded->capacity,
	    decoded->len + len + 1, 1);
	memcpy(decoded->bytes + decoded->len, bytes, len);
	decoded->len += len;
	return decoded->len <= DECODED_MAX;
}

/* Run the helper with the first bytes as its operand. */
static void
run(struct decoded *to, const uint8_t *bytes, size_t len, size_t seen,
    size_t at_once)
{
	static const char digits[] = "0123456789abcdef";
	char operand[2 * COMPRESSION_MAGIC_MAX + 1];
	size_t i;

	*to = (struct decoded){ 0 };
	decoded = to;
	piece = at_once;
	for (i = 0; i < seen; i++) {
		operand[2 * i] = digits[bytes[i] >> 4];
		operand[2 * i + 1] = digits[bytes[i] & 15];
	}
	operand[2 * seen] = '\0';
	packed = (struct pieces){ bytes + seen, len - seen };
	broken = 0;
	stream = (struct codec_stream){ in, out, 0, OUT_SIZE };
	must(take_seen(operand));
	to->status = decode();
	put();
	if (broken)
		to->status = broken;
}

/* What is whole may be followed by zeros, itself, or nothing else. */
static void
check_behind(const uint8_t *bytes, size_t len, const struct decoded *whole)
{
	uint8_t *more = malloc(2 * len + 3);
	struct decoded other;

	must(more != NULL);
	memcpy(more, bytes, len);
	memset(more + len, 0, 3);
	run(&other, more, len + 3, 0, LONGEST);
	must(other.status == DECOMPRESS_DONE);
	must_equal(other.bytes, other.len, whole->bytes, whole->len);
	free(other.bytes);

	more[len + 1] = 'q';
	run(&other, more, len + 2, 0, 7);
	must(other.status == DECOMPRESS_TRAILING);
	must_equal(other.bytes, other.len, whole->bytes, whole->len);
	free(other.bytes);

	memcpy(more + len, bytes, len);
	run(&other, more, 2 * len, 0, 64);
	if (2 * whole->len <= DECODED_MAX) {
		must(other.status == DECOMPRESS_DONE);
		must(other.len == 2 * whole->len);
		must_equal(other.bytes, whole->len, whole->bytes, whole->len);
		must_equal(other.bytes + whole->len, whole->len, whole->bytes,
		    whole->len);
	}
	free(other.bytes);
	free(more);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	static const size_t at_once[] = { 1, 2, 3, 7, 64 };
	struct decoded whole, other;
	size_t seen, n, i;

	if (len == 0 || len > LONGEST)
		return 0;
	seen = bytes[0] % (COMPRESSION_MAGIC_MAX + 1);
	bytes++;
	len--;
	run(&whole, bytes, len, 0, LONGEST);
	for (i = 0; i < sizeof at_once / sizeof *at_once; i++) {
		run(&other, bytes, len, seen < len ? seen : len, at_once[i]);
		must(other.status == whole.status);
		n = other.len < whole.len ? other.len : whole.len;
		must_equal(other.bytes, n, whole.bytes, n);
		must(other.len == whole.len ||
		    whole.status == DECOMPRESS_CORRUPT ||
		    whole.status == DECOMPRESS_OUTPUT);
		free(other.bytes);
	}
	if (whole.status == DECOMPRESS_DONE && len > 0)
		check_behind(bytes, len, &whole);
	free(whole.bytes);
	return 0;
}
