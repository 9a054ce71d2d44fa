/*
 * iterutils-decompress - compressed bytes in, plain bytes out
 *
 * What the tools start for a FILE that is compressed (compression.h). gzip,
 * xz, zstd and bzip2 are told apart by their first bytes. Members that follow
 * each other are read as one, NUL bytes between and behind them are skipped.
 * Nothing is held but a codec's window, 128 MiB at most: what can be decoded
 * is written before a read that would block. All good bytes are written, then
 * the status alone says what was wrong with the rest; who waits for it knows
 * the words.
 *
 *	$ gzip -c log | iterutils-decompress | cmp - log
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "codec.h"
#include "compression.h"
#include "descriptor.h"
#include "message.h"
#include "signals.h"
#include <errno.h>
#include <stdbool.h>
#include <string.h>
#include <unistd.h>

#define IN_SIZE ((size_t)64 * 1024)
#define OUT_SIZE ((size_t)128 * 1024)

static const char help[] =
    "Usage: iterutils-decompress < FILE\n"
    "Read what gzip, xz, zstd or bzip2 wrote, write plain bytes.\n"
    "\n"
    "The tools of iterutils start it for a FILE that is compressed. It says\n"
    "nothing; the status is 0 where all was read, else it tells the tool why.\n"
    "\n"
    "      --help     show this help\n"
    "      --version  show the version\n";
static const char version[] =
    "iterutils-decompress (iterutils) " PACKAGE_VERSION "\n";

static struct codec_stream stream;
static unsigned char in[IN_SIZE], out[OUT_SIZE];

/* What went wrong with a read or a write; 0 while nothing did. */
static int broken;

/* Write what is decoded. */
static void
put(void)
{
	size_t len = OUT_SIZE - stream.avail_out;

	stream.next_out = out;
	stream.avail_out = OUT_SIZE;
	if (broken || descriptor_write(STDOUT_FILENO, out, len))
		return;
	if (errno == EPIPE)
		finish();
	broken = DECOMPRESS_OUTPUT;
}

/* Read more behind the bytes that are left; false where there are none. */
static bool
get(void)
{
	ssize_t n;

	if (broken)
		return false;
	memmove(in, stream.next_in, stream.avail_in);
	stream.next_in = in;
	descriptor_await(STDIN_FILENO);
	n = descriptor_read(STDIN_FILENO, in + stream.avail_in,
	    IN_SIZE - stream.avail_in);
	if (n < 0)
		broken = DECOMPRESS_ERRNO + errno;
	if (n <= 0)
		return false;
	stream.avail_in += (size_t)n;
	descriptor_pace((size_t)n);
	return true;
}

/* Decode a member; more is wanted where input or output ended inside it. */
static enum codec_state
decode_member(const struct codec *codec)
{
	enum codec_state state = codec->start();

	while (state == CODEC_MORE && !broken) {
		state = codec->step(&stream);
		/* Only where room is left has the codec given all it has. */
		if (stream.avail_out == 0)
			put();
		else if (state == CODEC_MORE && stream.avail_in == 0 && !get())
			break;
	}
	return state;
}

/* Skip NUL bytes. Returns: false where nothing follows them. */
static bool
skip_padding(void)
{
	do {
		while (stream.avail_in > 0 && *stream.next_in == '\0') {
			stream.next_in++;
			stream.avail_in--;
		}
	} while (stream.avail_in == 0 && get());
	return stream.avail_in > 0;
}

/* Say whether len bytes are the first of a frame that zstd is to skip. */
static bool
skippable(const char *bytes, size_t len)
{
	return (bytes[0] & 0xf0) == 0x50 &&
	    memcmp(bytes + 1, "\x2a\x4d\x18", (len < 4 ? len : 4) - 1) == 0;
}

/* Tell what comes next, after members of a compression. */
static enum compression
recognize(enum compression before)
{
	enum compression found;

	do {
		const char *bytes = (const char *)stream.next_in;
		size_t len = stream.avail_in;

		if (before == COMPRESSION_ZSTD && skippable(bytes, len))
			found = len < 4 ? COMPRESSION_UNSURE : before;
		else
			found = compression_of(bytes, len);
	} while (found == COMPRESSION_UNSURE && get());
	return found;
}

/* Decode members of one compression to the end. Returns: how to end. */
static int
decode_members(const struct codec *codec)
{
	static const int statuses[] = {
		[CODEC_MORE] = DECOMPRESS_TRUNCATED,
		[CODEC_CORRUPT] = DECOMPRESS_CORRUPT,
		[CODEC_WINDOW] = DECOMPRESS_WINDOW,
		[CODEC_MEMORY] = DECOMPRESS_MEMORY,
		[CODEC_UNSUPPORTED] = DECOMPRESS_UNSUPPORTED
	};
	unsigned char first = *stream.next_in;
	enum codec_state state;
	enum compression found;

	do {
		state = decode_member(codec);
		if (state != CODEC_MEMBER_END)
			return statuses[state];
		if (!skip_padding())
			return DECOMPRESS_DONE;
		found = recognize(codec->compression);
	} while (found == codec->compression);
	/* What ends inside a magic is a cut member, if it is this magic. */
	return found == COMPRESSION_UNSURE && *stream.next_in == first ?
	    DECOMPRESS_TRUNCATED : DECOMPRESS_TRAILING;
}

/* Decode all of standard input. Returns: how to end. */
static int
decode(void)
{
	enum compression compression = recognize(COMPRESSION_NONE);
	const struct codec *codec = codec_of(compression);
	int status;

	if (compression == COMPRESSION_NONE)
		return DECOMPRESS_CORRUPT;
	if (compression == COMPRESSION_UNSURE)
		return stream.avail_in > 0 ? DECOMPRESS_TRUNCATED :
		    DECOMPRESS_DONE;
	if (!codec)
		return DECOMPRESS_UNSUPPORTED;
	status = decode_members(codec);
	codec->end();
	return status;
}

/* Take the bytes that a tool has read already, as hexadecimal digits. */
static bool
take_seen(const char *hex)
{
	static const char digits[] = "0123456789abcdef";
	const char *high, *low;

	for (; hex[0] && hex[1]; hex += 2) {
		high = strchr(digits, hex[0]);
		low = strchr(digits, hex[1]);
		if (!high || !low || stream.avail_in == IN_SIZE)
			return false;
		in[stream.avail_in++] = (unsigned char)((high - digits) * 16 +
		    (low - digits));
	}
	return !hex[0];
}

int
main(int argc, char **argv)
{
	static const struct descriptor_hooks hooks = { put, finish };
	int status;

	message_start(argv[0]);
	signals_ignore();
	if (!descriptor_secure())
		return DECOMPRESS_ERRNO + errno;
	if (argc == 2 && (strcmp(argv[1], "--help") == 0 ||
	    strcmp(argv[1], "--version") == 0)) {
		const char *text = argv[1][2] == 'h' ? help : version;

		if (!descriptor_write(STDOUT_FILENO, text, strlen(text)) &&
		    errno != EPIPE)
			die_errno(STANDARD_OUTPUT, errno);
		return STATUS_DONE;
	}
	stream.next_in = in;
	stream.next_out = out;
	stream.avail_out = OUT_SIZE;
	if (argc > 2 || (argc == 2 && !take_seen(argv[1]))) {
		fault(argv[1], "not an operand: standard input is read");
		return DECOMPRESS_USAGE;
	}
	descriptor_watch(STDOUT_FILENO, &hooks);
	status = decode();
	put();
	return broken ? broken : status;
}
