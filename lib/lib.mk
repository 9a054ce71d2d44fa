# SPDX-License-Identifier: MIT
# The library: every module, a paragraph a layer (see HACKING.md).

noinst_LIBRARIES += lib/libiterutils.a
lib_libiterutils_a_SOURCES =

# layer 0
lib_libiterutils_a_SOURCES += \
	lib/message.c lib/message.h \
	lib/memory.c lib/memory.h \
	lib/signals.c lib/signals.h

# layer 1
lib_libiterutils_a_SOURCES += \
	lib/aggregate_plan.c lib/aggregate_plan.h \
	lib/big.c lib/big.h \
	lib/codec.c lib/codec.h \
	lib/command.c lib/command.h \
	lib/compression.c lib/compression.h \
	lib/decimal.c lib/decimal.h \
	lib/descriptor.c lib/descriptor.h \
	lib/digits.c lib/digits.h \
	lib/fields.c lib/fields.h \
	lib/integer.c lib/integer.h \
	lib/json.c lib/json.h \
	lib/json_leaves.c lib/json_leaves.h \
	lib/json_scalar.c lib/json_scalar.h \
	lib/json_scan.h \
	lib/json_text.c lib/json_text.h \
	lib/look.c lib/look.h \
	lib/names.c lib/names.h \
	lib/nearest.c lib/nearest.h \
	lib/numeral.c lib/numeral.h \
	lib/page.c lib/page.h \
	lib/record.h \
	lib/regexp.c lib/regexp.h \
	lib/rotated.c lib/rotated.h \
	lib/scan.c lib/scan.h \
	lib/selection.c lib/selection.h \
	lib/separator.c lib/separator.h \
	lib/slice.c lib/slice.h \
	lib/source.c lib/source.h \
	lib/store.c lib/store.h \
	lib/table.c lib/table.h \
	lib/utf8_check.h \
	lib/wide.h

# layer 2
lib_libiterutils_a_SOURCES += \
	lib/aggregate.c lib/aggregate.h \
	lib/backward.c lib/backward.h \
	lib/input.c lib/input.h \
	lib/odometer.c lib/odometer.h \
	lib/output.c lib/output.h \
	lib/picker.c lib/picker.h

# layer 3
lib_libiterutils_a_SOURCES += \
	lib/feed.c lib/feed.h \
	lib/field_options.c lib/field_options.h \
	lib/fold.c lib/fold.h \
	lib/group.c lib/group.h \
	lib/invalid.c lib/invalid.h \
	lib/key.c lib/key.h \
	lib/options.c lib/options.h \
	lib/pools.c lib/pools.h \
	lib/tally.c lib/tally.h \
	lib/tool.c lib/tool.h

# Where the helper is when it is installed, under the name it has there.
helper = `echo iterutils-decompress | sed '$(transform)'`
lib_libiterutils_a_CPPFLAGS = $(AM_CPPFLAGS) $(PCRE2_CFLAGS) \
	-DDECOMPRESS_HELPER="\"$(libexecdir)/$(helper)\""
