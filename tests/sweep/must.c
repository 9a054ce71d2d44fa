/*
 * must - the sweep's own trouble ends it
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "must.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void
must(bool done, const char *what)
{
	if (done)
		return;
	fprintf(stderr, "sweep: %s: %s\n", what, strerror(errno));
	exit(99);
}
