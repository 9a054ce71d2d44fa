# SPDX-License-Identifier: MIT
# The library: every module, bottom layer first.

noinst_LIBRARIES += lib/libiterutils.a
lib_libiterutils_a_SOURCES = \
	lib/message.c lib/message.h \
	lib/memory.c lib/memory.h \
	lib/signals.c lib/signals.h \
	lib/command.c lib/command.h \
	lib/compression.c lib/compression.h \
	lib/descriptor.c lib/descriptor.h \
	lib/digits.c lib/digits.h \
	lib/integer.c lib/integer.h \
	lib/look.c lib/look.h \
	lib/names.c lib/names.h \
	lib/nearest.c lib/nearest.h \
	lib/record.h \
	lib/rotated.c lib/rotated.h \
	lib/scan.c lib/scan.h \
	lib/table.c lib/table.h \
	lib/input.c lib/input.h \
	lib/output.c lib/output.h \
	lib/options.c lib/options.h \
	lib/tool.c lib/tool.h

# Where the helper is when it is installed, under the name it has there.
helper = `echo iterutils-decompress | sed '$(transform)'`
lib_libiterutils_a_CPPFLAGS = $(AM_CPPFLAGS) \
	-DDECOMPRESS_HELPER="\"$(libexecdir)/$(helper)\""
