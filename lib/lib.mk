# SPDX-License-Identifier: MIT
# The library: every module, a paragraph a layer (see HACKING.md).

noinst_LIBRARIES += lib/libiterutils.a
lib_libiterutils_a_SOURCES =

# layer 0
lib_libiterutils_a_SOURCES += \
	lib/cpu.c lib/cpu.h \
	lib/escape.c lib/escape.h \
	lib/installed.c lib/installed.h \
	lib/memory.c lib/memory.h \
	lib/message.c lib/message.h \
	lib/signals.c lib/signals.h \
	lib/utf8.c lib/utf8.h

# layer 1
lib_libiterutils_a_SOURCES += \
	lib/adder.c lib/adder.h lib/adder_x86.c \
	lib/aggregate_plan.c lib/aggregate_plan.h \
	lib/arithmetic.c lib/arithmetic.h \
	lib/big.c lib/big.h \
	lib/bits.c lib/bits.h \
	lib/codec.c lib/codec.h \
	lib/columns.c lib/columns.h \
	lib/command.c lib/command.h \
	lib/compression.c lib/compression.h \
	lib/csv.c lib/csv.h \
	lib/csv_text.c lib/csv_text.h \
	lib/decimal.c lib/decimal.h \
	lib/decimal_parts.h \
	lib/descriptor.c lib/descriptor.h \
	lib/dialect.h \
	lib/digits.c lib/digits.h \
	lib/fields.c lib/fields.h \
	lib/format.c lib/format.h \
	lib/framing.c lib/framing.h \
	lib/integer.c lib/integer.h \
	lib/json.c lib/json.h \
	lib/json_join.c lib/json_join.h \
	lib/json_leaves.c lib/json_leaves.h \
	lib/json_members.c lib/json_members.h \
	lib/json_names.c lib/json_names.h \
	lib/json_no_object.c lib/json_no_object.h \
	lib/json_object.c lib/json_object.h \
	lib/json_scalar.c lib/json_scalar.h \
	lib/json_scan.h \
	lib/json_skip.c lib/json_skip.h \
	lib/json_text.c lib/json_text.h \
	lib/look.c lib/look.h \
	lib/names.c lib/names.h \
	lib/nearest.c lib/nearest.h \
	lib/not_number.c lib/not_number.h \
	lib/numeral.c lib/numeral.h \
	lib/progress.c lib/progress.h \
	lib/progression.c lib/progression.h \
	lib/quotient.c lib/quotient.h \
	lib/record.h \
	lib/regexp.c lib/regexp.h \
	lib/rotated.c lib/rotated.h \
	lib/rounding.c lib/rounding.h \
	lib/scan.c lib/scan.h lib/scan_x86.c \
	lib/selection.c lib/selection.h \
	lib/separator.c lib/separator.h \
	lib/sheets.c lib/sheets.h \
	lib/slice.c lib/slice.h \
	lib/source.c lib/source.h \
	lib/splitter.c lib/splitter.h \
	lib/spelled.c lib/spelled.h \
	lib/step.h \
	lib/store.c lib/store.h \
	lib/table.c lib/table.h \
	lib/text.h \
	lib/timestamp.c lib/timestamp.h \
	lib/tsv.c lib/tsv.h \
	lib/utf8_check.h \
	lib/wide.h \
	lib/word.h

# layer 2
lib_libiterutils_a_SOURCES += \
	lib/aggregate.c lib/aggregate.h \
	lib/backward.c lib/backward.h \
	lib/input.c lib/input.h \
	lib/input_parts.h \
	lib/input_place.c lib/input_place.h \
	lib/input_rows.c lib/input_rows.h \
	lib/lane.c lib/lane.h \
	lib/odometer.c lib/odometer.h \
	lib/output.c lib/output.h \
	lib/output_number.c lib/output_number.h \
	lib/repeats.c lib/repeats.h \
	lib/row.c lib/row.h \
	lib/row_writer.c lib/row_writer.h \
	lib/row_writer_number.c lib/row_writer_number.h

# layer 3
lib_libiterutils_a_SOURCES += \
	lib/amount.c lib/amount.h \
	lib/appended.c lib/appended.h \
	lib/beside.c lib/beside.h \
	lib/feed.c lib/feed.h \
	lib/field_options.c lib/field_options.h \
	lib/fold.c lib/fold.h \
	lib/generator.c lib/generator.h \
	lib/group.c lib/group.h \
	lib/group_rows.c lib/group_rows.h \
	lib/invalid.c lib/invalid.h \
	lib/joined.c lib/joined.h \
	lib/key.c lib/key.h \
	lib/lockstep.c lib/lockstep.h \
	lib/new_rows.c lib/new_rows.h \
	lib/objects.c lib/objects.h \
	lib/options.c lib/options.h \
	lib/pass.c lib/pass.h \
	lib/picker.c lib/picker.h \
	lib/pools.c lib/pools.h \
	lib/row_options.c lib/row_options.h \
	lib/running.c lib/running.h \
	lib/tally.c lib/tally.h \
	lib/tool.c lib/tool.h

# the expression language: layer 1, but for parse, which is layer 2
lib_libiterutils_a_SOURCES += \
	lib/expression/code.h \
	lib/expression/compare.c lib/expression/compare.h \
	lib/expression/compile_calls.c lib/expression/compile_calls.h \
	lib/expression/compile_members.c \
	lib/expression/compile_members.h \
	lib/expression/compile_names.c lib/expression/compile_names.h \
	lib/expression/compiler.c lib/expression/compiler.h \
	lib/expression/frame.c lib/expression/frame.h \
	lib/expression/function.c lib/expression/function.h \
	lib/expression/function_numbers.c \
	lib/expression/function_numbers.h \
	lib/expression/function_parts.c lib/expression/function_parts.h \
	lib/expression/function_patterns.c \
	lib/expression/function_patterns.h \
	lib/expression/function_text.c lib/expression/function_text.h \
	lib/expression/function_texts.c lib/expression/function_texts.h \
	lib/expression/function_times.c lib/expression/function_times.h \
	lib/expression/heading.c lib/expression/heading.h \
	lib/expression/json_value.c lib/expression/json_value.h \
	lib/expression/layout.c lib/expression/layout.h \
	lib/expression/logic.c lib/expression/logic.h \
	lib/expression/members.c lib/expression/members.h \
	lib/expression/mistake.c lib/expression/mistake.h \
	lib/expression/names.c lib/expression/names.h \
	lib/expression/number.c lib/expression/number.h \
	lib/expression/numeric.c lib/expression/numeric.h \
	lib/expression/operators.c lib/expression/operators.h \
	lib/expression/parse.c lib/expression/parse.h \
	lib/expression/parser.c lib/expression/parser.h \
	lib/expression/pattern.c lib/expression/pattern.h \
	lib/expression/primary.c lib/expression/primary.h \
	lib/expression/program.c lib/expression/program.h \
	lib/expression/quoted.c lib/expression/quoted.h \
	lib/expression/scratch.c lib/expression/scratch.h \
	lib/expression/sequence.c lib/expression/sequence.h \
	lib/expression/stranger.c lib/expression/stranger.h \
	lib/expression/template.c lib/expression/template.h \
	lib/expression/token.c lib/expression/token.h \
	lib/expression/tree.c lib/expression/tree.h \
	lib/expression/value.c lib/expression/value.h \
	lib/expression/value_text.c lib/expression/value_text.h

# Where the helper is when it is installed, under the name it has there.
helper = `echo iterutils-decompress | sed '$(transform)'`
lib_libiterutils_a_CPPFLAGS = $(AM_CPPFLAGS) $(PCRE2_CFLAGS) \
	-DDECOMPRESS_HELPER="\"$(libexecdir)/$(helper)\""
