/*
 * codec - decompression by zlib, liblzma, libzstd and libbz2, step by step
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "codec.h"
#include <stdint.h>
#ifdef HAVE_GZIP
#include <zlib.h>
#endif
#ifdef HAVE_XZ
#include <lzma.h>
#endif
#ifdef HAVE_ZSTD
#include <zstd.h>
#include <zstd_errors.h>
#endif
#ifdef HAVE_BZIP2
#include <bzlib.h>
#endif

/* Note how much input and room a step has left. Unused without a codec. */
__attribute__((unused)) static void
advance(struct codec_stream *stream, size_t avail_in, size_t avail_out)
{
	stream->next_in += stream->avail_in - avail_in;
	stream->next_out += stream->avail_out - avail_out;
	stream->avail_in = avail_in;
	stream->avail_out = avail_out;
}

#ifdef HAVE_GZIP
static z_stream gzip;

static enum codec_state
gzip_start(void)
{
	/* 15 for the largest window, 16 for a header as gzip's. */
	return (gzip.state ? inflateReset(&gzip) :
	    inflateInit2(&gzip, 15 + 16)) == Z_OK ? CODEC_MORE : CODEC_MEMORY;
}

static enum codec_state
gzip_step(struct codec_stream *stream)
{
	int result;

	gzip.next_in = stream->next_in;
	gzip.avail_in = (uInt)stream->avail_in;
	gzip.next_out = stream->next_out;
	gzip.avail_out = (uInt)stream->avail_out;
	result = inflate(&gzip, Z_NO_FLUSH);
	advance(stream, gzip.avail_in, gzip.avail_out);
	switch (result) {
	case Z_OK:
	case Z_BUF_ERROR:
		return CODEC_MORE;
	case Z_STREAM_END:
		return CODEC_MEMBER_END;
	case Z_MEM_ERROR: /* LCOV_EXCL_LINE: as below */
		return CODEC_MEMORY; /* LCOV_EXCL_LINE: make sweep */
	default:
		return CODEC_CORRUPT;
	}
}

static void
gzip_end(void)
{
	inflateEnd(&gzip);
}
#endif

#ifdef HAVE_XZ
/* The window and the rest; the next larger window is one of 192 MiB. */
#define XZ_MEMORY ((UINT64_C(1) << CODEC_WINDOW_LOG) + (UINT64_C(16) << 20))

static lzma_stream xz = LZMA_STREAM_INIT;

static enum codec_state
xz_start(void)
{
	return lzma_stream_decoder(&xz, XZ_MEMORY, 0) == LZMA_OK ?
	    CODEC_MORE : CODEC_MEMORY;
}

static enum codec_state
xz_step(struct codec_stream *stream)
{
	int result;

	xz.next_in = stream->next_in;
	xz.avail_in = stream->avail_in;
	xz.next_out = stream->next_out;
	xz.avail_out = stream->avail_out;
	result = (int)lzma_code(&xz, LZMA_RUN);
	advance(stream, xz.avail_in, xz.avail_out);
	switch (result) {
	case LZMA_OK:
	case LZMA_BUF_ERROR:
		return CODEC_MORE;
	case LZMA_STREAM_END:
		return CODEC_MEMBER_END;
	case LZMA_MEM_ERROR:
		return CODEC_MEMORY;
	case LZMA_MEMLIMIT_ERROR:
		return CODEC_WINDOW;
	case LZMA_OPTIONS_ERROR:
		return CODEC_UNSUPPORTED;
	default:
		return CODEC_CORRUPT;
	}
}

static void
xz_end(void)
{
	lzma_end(&xz);
}
#endif

#ifdef HAVE_ZSTD
#define ZSTD_BLOCK_HEADER 3

static ZSTD_DCtx *zstd;

/* How much input it likes next: what is left of a header or a block. */
static size_t zstd_wanted;

static enum codec_state
zstd_start(void)
{
	if (!zstd && !(zstd = ZSTD_createDCtx()))
		return CODEC_MEMORY; /* LCOV_EXCL_LINE: make sweep */
	zstd_wanted = ZSTD_initDStream(zstd);
	ZSTD_DCtx_setParameter(zstd, ZSTD_d_windowLogMax, CODEC_WINDOW_LOG);
	return CODEC_MORE;
}

static enum codec_state
zstd_step(struct codec_stream *stream)
{
	/* A fault takes back what its call decoded: give it a block a call. */
	ZSTD_inBuffer from = { stream->next_in,
	    stream->avail_in < zstd_wanted ? stream->avail_in : zstd_wanted,
	    0 };
	ZSTD_outBuffer to = { stream->next_out, stream->avail_out, 0 };
	size_t result = ZSTD_decompressStream(zstd, &to, &from);

	advance(stream, stream->avail_in - from.pos, to.size - to.pos);
	if (!ZSTD_isError(result)) {
		/* It likes the next block's header behind a block. */
		zstd_wanted = result > ZSTD_BLOCK_HEADER ?
		    result - ZSTD_BLOCK_HEADER : result;
		return result == 0 ? CODEC_MEMBER_END : CODEC_MORE;
	}
	switch ((int)ZSTD_getErrorCode(result)) {
	case ZSTD_error_frameParameter_windowTooLarge:
		return CODEC_WINDOW;
	case ZSTD_error_memory_allocation:
		return CODEC_MEMORY;
	case ZSTD_error_dictionary_wrong:
		return CODEC_UNSUPPORTED;
	default:
		return CODEC_CORRUPT;
	}
}

static void
zstd_end(void)
{
	ZSTD_freeDCtx(zstd);
	zstd = NULL;
}
#endif

#ifdef HAVE_BZIP2
static bz_stream bzip2;

static enum codec_state
bzip2_start(void)
{
	if (bzip2.state)
		BZ2_bzDecompressEnd(&bzip2);
	return BZ2_bzDecompressInit(&bzip2, 0, 0) == BZ_OK ?
	    CODEC_MORE : CODEC_MEMORY;
}

static enum codec_state
bzip2_step(struct codec_stream *stream)
{
	int result;

	bzip2.next_in = (char *)stream->next_in;
	bzip2.avail_in = (unsigned)stream->avail_in;
	bzip2.next_out = (char *)stream->next_out;
	bzip2.avail_out = (unsigned)stream->avail_out;
	result = BZ2_bzDecompress(&bzip2);
	advance(stream, bzip2.avail_in, bzip2.avail_out);
	switch (result) {
	case BZ_OK:
		return CODEC_MORE;
	case BZ_STREAM_END:
		return CODEC_MEMBER_END;
	case BZ_MEM_ERROR: /* LCOV_EXCL_LINE: as below */
		return CODEC_MEMORY; /* LCOV_EXCL_LINE: make sweep */
	default:
		return CODEC_CORRUPT;
	}
}

static void
bzip2_end(void)
{
	BZ2_bzDecompressEnd(&bzip2);
}
#endif

static const struct codec codecs[] = {
#ifdef HAVE_GZIP
	{ COMPRESSION_GZIP, gzip_start, gzip_step, gzip_end },
#endif
#ifdef HAVE_XZ
	{ COMPRESSION_XZ, xz_start, xz_step, xz_end },
#endif
#ifdef HAVE_ZSTD
	{ COMPRESSION_ZSTD, zstd_start, zstd_step, zstd_end },
#endif
#ifdef HAVE_BZIP2
	{ COMPRESSION_BZIP2, bzip2_start, bzip2_step, bzip2_end },
#endif
	{ COMPRESSION_NONE, NULL, NULL, NULL }
};

const struct codec *
codec_of(enum compression compression)
{
	const struct codec *codec = codecs;

	while (codec->start && codec->compression != compression)
		codec++;
	return codec->start ? codec : NULL;
}
