/*
 * timestamp - moments as seconds since 1970 and as they are written
 *
 * Layer 1: may include layer 0, arithmetic, decimal, decimal_parts, rounding,
 * text. Years are 0001 to 9999 of the calendar we have, as if it had
 * always been; days have 86400 seconds. Neither locale nor time zones of the
 * system count.
 *
 *	if ((reason = timestamp_read(&value, bytes, len)))
 *		input_die(input, "%.*s: %s", (int)len, bytes, reason);
 *	reason = timestamp_write(&value, &text);
 *
 * What is read, all of it:
 *
 *	2026-08-01T10:00:00.25+02:00	T, t or a blank; the fraction after . or
 *					, of any length; Z, z, +02, +0200,
 *					-02:00 ...; none: UTC
 *	2026-08-01T10:00		no seconds: :00
 *	2026-08-01			no time: 00:00:00 UTC
 *	[01/Aug/2026:10:00:00 +0000]	as web logs have it; without ], without
 *					both brackets, without offset too
 *
 * 24:00 and the second 60 are no times, as in Python.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef TIMESTAMP_H
#define TIMESTAMP_H

#include <stddef.h>

struct decimal;
struct text;

/*
 * Set value, which has the fraction that was written.
 * Returns: why it is none, or NULL; value is then as before.
 * Cost: about 20 ns.
 */
const char *timestamp_read(struct decimal *value, const char *bytes,
    size_t len);

/*
 * Append a moment as 2026-08-01T10:00:00.25+00:00, with the fraction that
 * value has. Returns: why it can't be written, or NULL.
 */
const char *timestamp_write(const struct decimal *value, struct text *text);

#endif
