/*
 * codec - decompression by zlib, liblzma, libzstd and libbz2, step by step
 *
 * Layer 1: may include compression. Only iterutils-decompress uses it, so
 * that only the helper links the codecs. There is one decoder of each kind
 * at a time; what its library allocates is its own.
 *
 *	codec = codec_of(COMPRESSION_GZIP);
 *	state = codec->start();
 *	while (state == CODEC_MORE)
 *		state = codec->step(&stream);
 *	codec->end();
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef CODEC_H
#define CODEC_H

#include "compression.h"
#include <stddef.h>

/* The largest window that is allowed: 128 MiB. */
#define CODEC_WINDOW_LOG 27

/* What a codec says of the member it is at. */
enum codec_state {
	CODEC_MORE, /* of input or of room, whichever is used up */
	CODEC_MEMBER_END,
	CODEC_CORRUPT,
	CODEC_WINDOW, /* needs a larger window */
	CODEC_MEMORY,
	CODEC_UNSUPPORTED /* well-formed, but more than the library can do */
};

/* The bytes that were read and not decoded, the room that is not filled. */
struct codec_stream {
	unsigned char *next_in, *next_out;
	size_t avail_in, avail_out;
};

struct codec {
	enum compression compression;
	/* Begin a member, the first or a later one. */
	enum codec_state (*start)(void);
	/*
	 * Decode what is there. Where room is left afterwards, all that the
	 * bytes so far can tell was given.
	 */
	enum codec_state (*step)(struct codec_stream *stream);
	/* Free, after any number of members. */
	void (*end)(void);
};

/* Return the codec of a compression; NULL where it was not built in. */
const struct codec *codec_of(enum compression compression);

#endif
