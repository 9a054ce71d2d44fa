# SPDX-License-Identifier: MIT
# How the tests are built and run.
#
#	make check TESTS=tests/cli/take		one of them
#	make check TESTS=tests/contract/help.sh	one promise, over all tools
#	make check-tool TOOL=take		one tool: its rows, all promises
#	CK_VERBOSITY=verbose ...		one line a check, in the .log
#
# A check has 40 seconds, so that a machine with much else to do passes;
# CK_TIMEOUT_MULTIPLIER=1 gives it the 4 seconds of Check.

TEST_EXTENSIONS = .sh
SH_LOG_COMPILER = sh

# CHECK_TOOLS is the list of tools: a new one is in every contract test by its
# stanza in tools.mk.
CHECK_TOOLS = $(bin_PROGRAMS)

AM_TESTS_ENVIRONMENT = \
	LC_ALL=C; export LC_ALL; \
	TOOLS='$(CHECK_TOOLS)'; export TOOLS; \
	ALL_TOOLS='$(bin_PROGRAMS)'; export ALL_TOOLS; \
	TOOLS_DIR='$(abs_builddir)/tools'; export TOOLS_DIR; \
	ITERUTILS_LIBEXECDIR='$(abs_builddir)/tools'; \
	export ITERUTILS_LIBEXECDIR; \
	PATH='$(abs_builddir)/tools':"$$PATH"; export PATH; \
	PROBE='$(abs_builddir)/tests/contract/probe'; export PROBE; \
	COMPUTE='$(abs_builddir)/tests/laws/compute'; export COMPUTE; \
	WORLD='$(abs_builddir)/tests/world'; export WORLD; \
	SOURCE='$(abs_srcdir)'; export SOURCE; \
	VERSION='$(VERSION)'; export VERSION; \
	SWEEP='$(abs_builddir)/tests/sweep/sweep'; export SWEEP; \
	FAULT_OBJECT='$(abs_builddir)/tests/sweep/fault.so'; \
	export FAULT_OBJECT; \
	MODE_CFLAGS='$(MODE_CFLAGS)'; export MODE_CFLAGS; \
	HAVE_TEE='$(ac_cv_func_tee)'; export HAVE_TEE; \
	FUZZ_TARGETS='$(fuzz_targets)'; export FUZZ_TARGETS; \
	CK_TIMEOUT_MULTIPLIER="$${CK_TIMEOUT_MULTIPLIER-10}"; \
	export CK_TIMEOUT_MULTIPLIER; \
	EXEEXT='$(EXEEXT)'; export EXEEXT;

# Unit tests and rows need Check.
unit_tests = \
	tests/lib/test_adder \
	tests/lib/test_aggregate \
	tests/lib/test_appended \
	tests/lib/test_arithmetic \
	tests/lib/test_backward \
	tests/lib/test_beside \
	tests/lib/test_bits \
	tests/lib/test_columns \
	tests/lib/test_command \
	tests/lib/test_compare \
	tests/lib/test_compression \
	tests/lib/test_cpu \
	tests/lib/test_csv \
	tests/lib/test_csv_text \
	tests/lib/test_decimal \
	tests/lib/test_descriptor \
	tests/lib/test_descriptor_wait \
	tests/lib/test_digits \
	tests/lib/test_escape \
	tests/lib/test_expression \
	tests/lib/test_expression_names \
	tests/lib/test_feed \
	tests/lib/test_field_options \
	tests/lib/test_fields \
	tests/lib/test_fold \
	tests/lib/test_format \
	tests/lib/test_frame \
	tests/lib/test_framing \
	tests/lib/test_function_numbers \
	tests/lib/test_function_parts \
	tests/lib/test_function_patterns \
	tests/lib/test_function_texts \
	tests/lib/test_function_times \
	tests/lib/test_generator \
	tests/lib/test_group_rows \
	tests/lib/test_heading \
	tests/lib/test_input \
	tests/lib/test_input_files \
	tests/lib/test_input_packed \
	tests/lib/test_input_place \
	tests/lib/test_input_rows \
	tests/lib/test_installed \
	tests/lib/test_integer \
	tests/lib/test_invalid \
	tests/lib/test_joined \
	tests/lib/test_json \
	tests/lib/test_json_join \
	tests/lib/test_json_leaves \
	tests/lib/test_json_members \
	tests/lib/test_json_object \
	tests/lib/test_json_scan \
	tests/lib/test_json_text \
	tests/lib/test_json_value \
	tests/lib/test_key \
	tests/lib/test_lane \
	tests/lib/test_layout \
	tests/lib/test_lockstep \
	tests/lib/test_logic \
	tests/lib/test_look \
	tests/lib/test_members \
	tests/lib/test_memory \
	tests/lib/test_message \
	tests/lib/test_mistake \
	tests/lib/test_names \
	tests/lib/test_nearest \
	tests/lib/test_new_rows \
	tests/lib/test_numeral \
	tests/lib/test_objects \
	tests/lib/test_odometer \
	tests/lib/test_operators \
	tests/lib/test_options \
	tests/lib/test_output \
	tests/lib/test_output_end \
	tests/lib/test_parse \
	tests/lib/test_pass \
	tests/lib/test_picker \
	tests/lib/test_program \
	tests/lib/test_progress \
	tests/lib/test_progression \
	tests/lib/test_quotient \
	tests/lib/test_regexp \
	tests/lib/test_repeats \
	tests/lib/test_rotated \
	tests/lib/test_rounding \
	tests/lib/test_row \
	tests/lib/test_row_options \
	tests/lib/test_row_writer \
	tests/lib/test_running \
	tests/lib/test_scan \
	tests/lib/test_scratch \
	tests/lib/test_selection \
	tests/lib/test_separator \
	tests/lib/test_sequence \
	tests/lib/test_sheets \
	tests/lib/test_signals \
	tests/lib/test_slice \
	tests/lib/test_spelled \
	tests/lib/test_splitter \
	tests/lib/test_store \
	tests/lib/test_table \
	tests/lib/test_tally \
	tests/lib/test_text \
	tests/lib/test_timestamp \
	tests/lib/test_token \
	tests/lib/test_tool \
	tests/lib/test_tree \
	tests/lib/test_tsv \
	tests/lib/test_utf8 \
	tests/lib/test_value \
	tests/lib/test_value_text \
	tests/lib/test_word

# Those that make sanitize-memory runs: of modules that need neither GMP nor
# PCRE2, by tests that do not stand before the C library's calls.
memory_tests = \
	tests/lib/test_adder \
	tests/lib/test_cpu \
	tests/lib/test_csv_text \
	tests/lib/test_escape \
	tests/lib/test_integer \
	tests/lib/test_json \
	tests/lib/test_json_leaves \
	tests/lib/test_json_object \
	tests/lib/test_json_scan \
	tests/lib/test_json_text \
	tests/lib/test_names \
	tests/lib/test_nearest \
	tests/lib/test_numeral \
	tests/lib/test_odometer \
	tests/lib/test_picker \
	tests/lib/test_progression \
	tests/lib/test_row \
	tests/lib/test_scan \
	tests/lib/test_separator \
	tests/lib/test_slice \
	tests/lib/test_store \
	tests/lib/test_text \
	tests/lib/test_token \
	tests/lib/test_tree \
	tests/lib/test_tsv \
	tests/lib/test_utf8 \
	tests/lib/test_word

# Each tool's stanza in tools.mk adds its own; here are those of many.
row_tests = tests/cli/csv tests/cli/expression tests/cli/jsonl

EXTRA_DIST += tests/lib/suite.h tests/lib/support.h tests/lib/refuse.h \
	tests/lib/allocations.h tests/lib/expressions.h tests/lib/numbers.h \
	tests/lib/rows.h tests/lib/installed_names.h \
	tests/cli/cli.h tests/cli/talk.h

# What programs of all kinds of tests share. The contract's probe is not
# counted, so this is not.
check_LIBRARIES += tests/common/libcommon.a
tests_common_libcommon_a_SOURCES = tests/common/bytes.c tests/common/must.c \
	tests/common/process.c
tests_common_libcommon_a_CFLAGS = $(WARN_CFLAGS) $(UNCOUNTED_CFLAGS)
EXTRA_DIST += tests/common/bytes.h tests/common/must.h \
	tests/common/process.h tests/common/sanitizer.h

if HAVE_CHECK
check_PROGRAMS += $(unit_tests) $(row_tests)
TESTS += $(unit_tests) $(row_tests)
check_LIBRARIES += tests/lib/libsupport.a tests/cli/libcli.a
endif

test_cflags = $(AM_CFLAGS) $(CHECK_CFLAGS)
unit_ldadd = tests/lib/libsupport.a tests/common/libcommon.a \
	lib/libiterutils.a $(CHECK_LIBS) $(PCRE2_LIBS) $(GMP_LIBS)
row_ldadd = tests/cli/libcli.a tests/common/libcommon.a $(CHECK_LIBS)
tests_cli_csv_LDADD = $(row_ldadd)
tests_cli_expression_LDADD = $(row_ldadd)
tests_cli_jsonl_LDADD = $(row_ldadd)

# refuse comes before the C library's calls in the programs that use it.
tests_lib_libsupport_a_SOURCES = tests/lib/support.c tests/lib/refuse.c \
	tests/lib/allocations.c tests/lib/expressions.c tests/lib/numbers.c \
	tests/lib/rows.c
tests_lib_libsupport_a_CFLAGS = $(test_cflags)
tests_cli_libcli_a_SOURCES = tests/cli/cli.c tests/cli/talk.c
tests_cli_libcli_a_CFLAGS = $(test_cflags)

tests_lib_test_adder_CFLAGS = $(test_cflags)
tests_lib_test_adder_LDADD = $(unit_ldadd)

tests_lib_test_aggregate_CFLAGS = $(test_cflags)
tests_lib_test_aggregate_LDADD = $(unit_ldadd)

tests_lib_test_appended_CFLAGS = $(test_cflags)
tests_lib_test_appended_LDADD = $(unit_ldadd)

tests_lib_test_arithmetic_CFLAGS = $(test_cflags)
tests_lib_test_arithmetic_LDADD = $(unit_ldadd)

tests_lib_test_backward_CFLAGS = $(test_cflags)
tests_lib_test_backward_LDADD = $(unit_ldadd)

tests_lib_test_beside_CFLAGS = $(test_cflags)
tests_lib_test_beside_LDADD = $(unit_ldadd)

tests_lib_test_bits_CFLAGS = $(test_cflags)
tests_lib_test_bits_LDADD = $(unit_ldadd)

tests_lib_test_columns_CFLAGS = $(test_cflags)
tests_lib_test_columns_LDADD = $(unit_ldadd)

tests_lib_test_command_CFLAGS = $(test_cflags)
tests_lib_test_command_LDADD = $(unit_ldadd)

tests_lib_test_compare_CFLAGS = $(test_cflags)
tests_lib_test_compare_LDADD = $(unit_ldadd)

tests_lib_test_compression_CFLAGS = $(test_cflags)
tests_lib_test_compression_LDADD = $(unit_ldadd)

tests_lib_test_cpu_CFLAGS = $(test_cflags)
tests_lib_test_cpu_LDADD = $(unit_ldadd)

tests_lib_test_csv_CFLAGS = $(test_cflags)
tests_lib_test_csv_LDADD = $(unit_ldadd)

tests_lib_test_csv_text_CFLAGS = $(test_cflags)
tests_lib_test_csv_text_LDADD = $(unit_ldadd)

tests_lib_test_decimal_CFLAGS = $(test_cflags)
tests_lib_test_decimal_LDADD = $(unit_ldadd)

tests_lib_test_descriptor_CFLAGS = $(test_cflags)
tests_lib_test_descriptor_LDADD = $(unit_ldadd)

tests_lib_test_descriptor_wait_CFLAGS = $(test_cflags)
tests_lib_test_descriptor_wait_LDADD = $(unit_ldadd)

tests_lib_test_digits_CFLAGS = $(test_cflags)
tests_lib_test_digits_LDADD = $(unit_ldadd)

tests_lib_test_escape_CFLAGS = $(test_cflags)
tests_lib_test_escape_LDADD = $(unit_ldadd)

tests_lib_test_expression_CFLAGS = $(test_cflags)
tests_lib_test_expression_LDADD = $(unit_ldadd)

tests_lib_test_expression_names_CFLAGS = $(test_cflags)
tests_lib_test_expression_names_LDADD = $(unit_ldadd)

tests_lib_test_feed_CFLAGS = $(test_cflags)
tests_lib_test_feed_LDADD = $(unit_ldadd)

tests_lib_test_field_options_CFLAGS = $(test_cflags)
tests_lib_test_field_options_LDADD = $(unit_ldadd)

tests_lib_test_fields_CFLAGS = $(test_cflags)
tests_lib_test_fields_LDADD = $(unit_ldadd)

tests_lib_test_fold_CFLAGS = $(test_cflags)
tests_lib_test_fold_LDADD = $(unit_ldadd)

tests_lib_test_format_CFLAGS = $(test_cflags)
tests_lib_test_format_LDADD = $(unit_ldadd)

tests_lib_test_frame_CFLAGS = $(test_cflags)
tests_lib_test_frame_LDADD = $(unit_ldadd)

tests_lib_test_framing_CFLAGS = $(test_cflags)
tests_lib_test_framing_LDADD = $(unit_ldadd)

tests_lib_test_function_numbers_CFLAGS = $(test_cflags)
tests_lib_test_function_numbers_LDADD = $(unit_ldadd)

tests_lib_test_function_parts_CFLAGS = $(test_cflags)
tests_lib_test_function_parts_LDADD = $(unit_ldadd)

tests_lib_test_function_patterns_CFLAGS = $(test_cflags)
tests_lib_test_function_patterns_LDADD = $(unit_ldadd)

tests_lib_test_function_texts_CFLAGS = $(test_cflags)
tests_lib_test_function_texts_LDADD = $(unit_ldadd)

tests_lib_test_function_times_CFLAGS = $(test_cflags)
tests_lib_test_function_times_LDADD = $(unit_ldadd)

tests_lib_test_generator_CFLAGS = $(test_cflags)
tests_lib_test_generator_LDADD = $(unit_ldadd)

tests_lib_test_group_rows_CFLAGS = $(test_cflags)
tests_lib_test_group_rows_LDADD = $(unit_ldadd)

tests_lib_test_heading_CFLAGS = $(test_cflags)
tests_lib_test_heading_LDADD = $(unit_ldadd)

tests_lib_test_input_CFLAGS = $(test_cflags)
tests_lib_test_input_LDADD = $(unit_ldadd)

tests_lib_test_input_files_CFLAGS = $(test_cflags)
tests_lib_test_input_files_LDADD = $(unit_ldadd)

tests_lib_test_input_packed_CFLAGS = $(test_cflags)
tests_lib_test_input_packed_LDADD = $(unit_ldadd)

tests_lib_test_input_place_CFLAGS = $(test_cflags)
tests_lib_test_input_place_LDADD = $(unit_ldadd)

# With names of its own.
tests_lib_test_installed_SOURCES = tests/lib/test_installed.c lib/installed.c
tests_lib_test_installed_CPPFLAGS = -I$(srcdir)/tests/lib $(AM_CPPFLAGS)
tests_lib_test_input_rows_CFLAGS = $(test_cflags)
tests_lib_test_input_rows_LDADD = $(unit_ldadd)

tests_lib_test_installed_CFLAGS = $(test_cflags)
tests_lib_test_installed_LDADD = $(unit_ldadd)

tests_lib_test_integer_CFLAGS = $(test_cflags)
tests_lib_test_integer_LDADD = $(unit_ldadd)

tests_lib_test_invalid_CFLAGS = $(test_cflags)
tests_lib_test_invalid_LDADD = $(unit_ldadd)

tests_lib_test_joined_CFLAGS = $(test_cflags)
tests_lib_test_joined_LDADD = $(unit_ldadd)

tests_lib_test_json_CFLAGS = $(test_cflags)
tests_lib_test_json_LDADD = $(unit_ldadd)

tests_lib_test_json_members_CFLAGS = $(test_cflags)
tests_lib_test_json_members_LDADD = $(unit_ldadd)

tests_lib_test_json_join_CFLAGS = $(test_cflags)
tests_lib_test_json_join_LDADD = $(unit_ldadd)

tests_lib_test_json_leaves_CFLAGS = $(test_cflags)
tests_lib_test_json_leaves_LDADD = $(unit_ldadd)

tests_lib_test_json_object_CFLAGS = $(test_cflags)
tests_lib_test_json_object_LDADD = $(unit_ldadd)

tests_lib_test_json_scan_CFLAGS = $(test_cflags)
tests_lib_test_json_scan_LDADD = $(unit_ldadd)

tests_lib_test_json_text_CFLAGS = $(test_cflags)
tests_lib_test_json_text_LDADD = $(unit_ldadd)

tests_lib_test_json_value_CFLAGS = $(test_cflags)
tests_lib_test_json_value_LDADD = $(unit_ldadd)

tests_lib_test_key_CFLAGS = $(test_cflags)
tests_lib_test_key_LDADD = $(unit_ldadd)

tests_lib_test_lane_CFLAGS = $(test_cflags)
tests_lib_test_lane_LDADD = $(unit_ldadd)

tests_lib_test_layout_CFLAGS = $(test_cflags)
tests_lib_test_layout_LDADD = $(unit_ldadd)

tests_lib_test_lockstep_CFLAGS = $(test_cflags)
tests_lib_test_lockstep_LDADD = $(unit_ldadd)

tests_lib_test_logic_CFLAGS = $(test_cflags)
tests_lib_test_logic_LDADD = $(unit_ldadd)

tests_lib_test_look_CFLAGS = $(test_cflags)
tests_lib_test_look_LDADD = $(unit_ldadd)

tests_lib_test_members_CFLAGS = $(test_cflags)
tests_lib_test_members_LDADD = $(unit_ldadd)

tests_lib_test_memory_CFLAGS = $(test_cflags)
tests_lib_test_memory_LDADD = $(unit_ldadd)

tests_lib_test_message_CFLAGS = $(test_cflags)
tests_lib_test_message_LDADD = $(unit_ldadd)

tests_lib_test_mistake_CFLAGS = $(test_cflags)
tests_lib_test_mistake_LDADD = $(unit_ldadd)

tests_lib_test_names_CFLAGS = $(test_cflags)
tests_lib_test_names_LDADD = $(unit_ldadd)

tests_lib_test_nearest_CFLAGS = $(test_cflags)
tests_lib_test_nearest_LDADD = $(unit_ldadd)

tests_lib_test_new_rows_CFLAGS = $(test_cflags)
tests_lib_test_new_rows_LDADD = $(unit_ldadd)

tests_lib_test_numeral_CFLAGS = $(test_cflags)
tests_lib_test_numeral_LDADD = $(unit_ldadd)

tests_lib_test_objects_CFLAGS = $(test_cflags)
tests_lib_test_objects_LDADD = $(unit_ldadd)

tests_lib_test_odometer_CFLAGS = $(test_cflags)
tests_lib_test_odometer_LDADD = $(unit_ldadd)

tests_lib_test_operators_CFLAGS = $(test_cflags)
tests_lib_test_operators_LDADD = $(unit_ldadd)

tests_lib_test_options_CFLAGS = $(test_cflags)
tests_lib_test_options_LDADD = $(unit_ldadd)

tests_lib_test_output_CFLAGS = $(test_cflags)
tests_lib_test_output_LDADD = $(unit_ldadd)

tests_lib_test_output_end_CFLAGS = $(test_cflags)
tests_lib_test_output_end_LDADD = $(unit_ldadd)

tests_lib_test_parse_CFLAGS = $(test_cflags)
tests_lib_test_parse_LDADD = $(unit_ldadd)

tests_lib_test_pass_CFLAGS = $(test_cflags)
tests_lib_test_pass_LDADD = $(unit_ldadd)

tests_lib_test_picker_CFLAGS = $(test_cflags)
tests_lib_test_picker_LDADD = $(unit_ldadd)

tests_lib_test_program_CFLAGS = $(test_cflags)
tests_lib_test_program_LDADD = $(unit_ldadd)

tests_lib_test_progress_CFLAGS = $(test_cflags)
tests_lib_test_progress_LDADD = $(unit_ldadd)

tests_lib_test_progression_CFLAGS = $(test_cflags)
tests_lib_test_progression_LDADD = $(unit_ldadd)

tests_lib_test_quotient_CFLAGS = $(test_cflags)
tests_lib_test_quotient_LDADD = $(unit_ldadd)

tests_lib_test_regexp_CFLAGS = $(test_cflags)
tests_lib_test_regexp_LDADD = $(unit_ldadd)

tests_lib_test_repeats_CFLAGS = $(test_cflags)
tests_lib_test_repeats_LDADD = $(unit_ldadd)

tests_lib_test_rotated_CFLAGS = $(test_cflags)
tests_lib_test_rotated_LDADD = $(unit_ldadd)

tests_lib_test_rounding_CFLAGS = $(test_cflags)
tests_lib_test_rounding_LDADD = $(unit_ldadd)
tests_lib_test_row_CFLAGS = $(test_cflags)
tests_lib_test_row_LDADD = $(unit_ldadd)

tests_lib_test_row_options_CFLAGS = $(test_cflags)
tests_lib_test_row_options_LDADD = $(unit_ldadd)
tests_lib_test_row_writer_CFLAGS = $(test_cflags)
tests_lib_test_row_writer_LDADD = $(unit_ldadd)

tests_lib_test_sheets_CFLAGS = $(test_cflags)
tests_lib_test_sheets_LDADD = $(unit_ldadd)

tests_lib_test_running_CFLAGS = $(test_cflags)
tests_lib_test_running_LDADD = $(unit_ldadd)

tests_lib_test_scan_CFLAGS = $(test_cflags)
tests_lib_test_scan_LDADD = $(unit_ldadd)

tests_lib_test_scratch_CFLAGS = $(test_cflags)
tests_lib_test_scratch_LDADD = $(unit_ldadd)

tests_lib_test_selection_CFLAGS = $(test_cflags)
tests_lib_test_selection_LDADD = $(unit_ldadd)

tests_lib_test_separator_CFLAGS = $(test_cflags)
tests_lib_test_separator_LDADD = $(unit_ldadd)

tests_lib_test_sequence_CFLAGS = $(test_cflags)
tests_lib_test_sequence_LDADD = $(unit_ldadd)

tests_lib_test_signals_CFLAGS = $(test_cflags)
tests_lib_test_signals_LDADD = $(unit_ldadd)

tests_lib_test_slice_CFLAGS = $(test_cflags)
tests_lib_test_slice_LDADD = $(unit_ldadd)

tests_lib_test_spelled_CFLAGS = $(test_cflags)
tests_lib_test_spelled_LDADD = $(unit_ldadd)

tests_lib_test_splitter_CFLAGS = $(test_cflags)
tests_lib_test_splitter_LDADD = $(unit_ldadd)

tests_lib_test_store_CFLAGS = $(test_cflags)
tests_lib_test_store_LDADD = $(unit_ldadd)

tests_lib_test_table_CFLAGS = $(test_cflags)
tests_lib_test_table_LDADD = $(unit_ldadd)

tests_lib_test_tally_CFLAGS = $(test_cflags)
tests_lib_test_tally_LDADD = $(unit_ldadd)

tests_lib_test_text_CFLAGS = $(test_cflags)
tests_lib_test_text_LDADD = $(unit_ldadd)

tests_lib_test_timestamp_CFLAGS = $(test_cflags)
tests_lib_test_timestamp_LDADD = $(unit_ldadd)

tests_lib_test_token_CFLAGS = $(test_cflags)
tests_lib_test_token_LDADD = $(unit_ldadd)

tests_lib_test_tool_CFLAGS = $(test_cflags)
tests_lib_test_tool_LDADD = $(unit_ldadd)

tests_lib_test_tsv_CFLAGS = $(test_cflags)
tests_lib_test_tsv_LDADD = $(unit_ldadd)

tests_lib_test_tree_CFLAGS = $(test_cflags)
tests_lib_test_tree_LDADD = $(unit_ldadd)

tests_lib_test_utf8_CFLAGS = $(test_cflags)
tests_lib_test_utf8_LDADD = $(unit_ldadd)

tests_lib_test_value_CFLAGS = $(test_cflags)
tests_lib_test_value_LDADD = $(unit_ldadd)

tests_lib_test_value_text_CFLAGS = $(test_cflags)
tests_lib_test_value_text_LDADD = $(unit_ldadd)

tests_lib_test_word_CFLAGS = $(test_cflags)
tests_lib_test_word_LDADD = $(unit_ldadd)

# A promise that every tool makes is a script that runs over every tool.
promises = \
	tests/contract/bytes.sh \
	tests/contract/close.sh \
	tests/contract/closed.sh \
	tests/contract/completions.sh \
	tests/contract/compressed.sh \
	tests/contract/exact.sh \
	tests/contract/environment.sh \
	tests/contract/examples.sh \
	tests/contract/files.sh \
	tests/contract/help.sh \
	tests/contract/live.sh \
	tests/contract/man.sh \
	tests/contract/memory.sh \
	tests/contract/progress.sh \
	tests/contract/read.sh \
	tests/contract/renamed.sh \
	tests/contract/rows.sh \
	tests/contract/same-file.sh \
	tests/contract/signals.sh \
	tests/contract/usage.sh \
	tests/contract/write.sh

# What make coverage counts with. The others are about time, memory and places:
# counting would spoil them, and they reach nothing else.
coverage_tests = $(unit_tests) $(row_tests) \
	tests/contract/closed.sh \
	tests/contract/compressed.sh \
	tests/contract/help.sh \
	tests/contract/progress.sh \
	tests/contract/same-file.sh \
	tests/contract/signals.sh \
	tests/contract/usage.sh \
	tests/contract/write.sh

# And these are about all of them together.
dist_check_SCRIPTS = $(promises) tests/contract/lists.sh \
	tests/contract/peers.sh tests/contract/probe.sh \
	tests/contract/readme.sh

TESTS += $(dist_check_SCRIPTS)
check_PROGRAMS += tests/contract/probe
tests_contract_probe_LDADD = tests/common/libcommon.a
# Before it becomes a command it would write what it counted, which is a write
# too many for one that is tried under a limit.
tests_contract_probe_CFLAGS = $(WARN_CFLAGS) $(UNCOUNTED_CFLAGS)
EXTRA_DIST += tests/contract/lib.sh tests/contract/exceptions

# Tools that mirror a function of Python's agree with it, and so does what the
# library computes, for which compute is asked.
dist_check_SCRIPTS += tests/laws/laws.sh
check_PROGRAMS += tests/laws/compute
tests_laws_compute_LDADD = lib/libiterutils.a $(PCRE2_LIBS) $(GMP_LIBS)
EXTRA_DIST += tests/laws/untried \
	tests/laws/accumulate.py \
	tests/laws/arithmetic.py \
	tests/laws/chain.py \
	tests/laws/expression.py \
	tests/laws/flatten.py \
	tests/laws/format.py \
	tests/laws/generators.py \
	tests/laws/groupby.py \
	tests/laws/inventory.py \
	tests/laws/islice.py \
	tests/laws/jsonl.py \
	tests/laws/laws.py \
	tests/laws/map.py \
	tests/laws/product.py \
	tests/laws/range.py \
	tests/laws/recipes.py \
	tests/laws/rows.py \
	tests/laws/rows_groups.py \
	tests/laws/sequences.py \
	tests/laws/take.py \
	tests/laws/timestamp.py \
	tests/laws/zip_longest.py

# What is tried by the hundred, at times and in pieces that a seed decides.
# TRUST=long, or make check-world, is what a release must pass.
world_tests = \
	tests/world/exact.sh \
	tests/world/full.sh \
	tests/world/leave.sh \
	tests/world/memory.sh \
	tests/world/soak.sh \
	tests/world/strike.sh \
	tests/world/writers.sh

# Promises that have a long form.
world_promises = \
	tests/contract/environment.sh \
	tests/contract/files.sh \
	tests/contract/read.sh

dist_check_SCRIPTS += $(world_tests)
check_PROGRAMS += \
	tests/world/exact \
	tests/world/flat \
	tests/world/leave \
	tests/world/place \
	tests/world/soak \
	tests/world/strike \
	tests/world/writers
check_LIBRARIES += tests/world/libworld.a
tests_world_libworld_a_SOURCES = tests/world/world.c
world_ldadd = tests/world/libworld.a tests/common/libcommon.a
tests_world_exact_LDADD = $(world_ldadd)
tests_world_flat_LDADD = $(world_ldadd)
tests_world_leave_LDADD = $(world_ldadd)
tests_world_place_LDADD = $(world_ldadd)
tests_world_soak_LDADD = $(world_ldadd)
tests_world_strike_LDADD = $(world_ldadd)
tests_world_writers_LDADD = $(world_ldadd)
EXTRA_DIST += tests/MODES.md tests/world/lib.sh tests/world/world.h

# Say what the long runs say, and fail where they do. They run one by one, as
# some take the time.
check-world:
	TRUST=long $(MAKE) $(AM_MAKEFLAGS) -j1 check \
		TESTS='$(world_tests) $(world_promises)'; status=$$?; \
	for test in $(world_tests) $(world_promises); do \
		grep '^trust: ' $${test%.sh}.log; done; exit $$status

.PHONY: check-world

# Try the laws for so many seconds, from another seed each day.
LAWS_TIME = 180
LAWS_SEED = `date +%Y%m%d`

laws:
	LAWS_TIME='$(LAWS_TIME)' SEED=$(LAWS_SEED) $(MAKE) $(AM_MAKEFLAGS) \
		check TESTS=tests/laws/laws.sh; \
		status=$$?; grep -a -A 6 -e '^not ok' -e '^trust' \
		tests/laws/laws.log; exit $$status

# Every call fails once: what is preloaded for it is no library of ours, so
# it is built by a rule of its own, where configure has seen that it can be.
sweep_sources = tests/sweep/fault.c tests/sweep/fault_plan.c
sweep_headers = tests/sweep/fault.h tests/sweep/fault_plan.h

if PRELOAD
check_PROGRAMS += tests/sweep/sweep tests/sweep/wrong
check_DATA = tests/sweep/fault.so
endif
dist_check_SCRIPTS += tests/sweep/sweep.sh
tests_sweep_sweep_SOURCES = tests/sweep/commands.c tests/sweep/ends.c \
	tests/sweep/errors.c tests/sweep/items.c tests/sweep/judge.c \
	tests/sweep/run.c tests/sweep/sweep.c tests/sweep/totals.c
tests_sweep_sweep_LDADD = tests/common/libcommon.a
tests_sweep_wrong_LDADD =
EXTRA_DIST += $(sweep_sources) $(sweep_headers) tests/sweep/commands.h \
	tests/sweep/commands.tab tests/sweep/ends.h tests/sweep/errors.h \
	tests/sweep/items.h tests/sweep/judge.h tests/sweep/run.h \
	tests/sweep/totals.h
CLEANFILES += tests/sweep/fault.so

# It stands before functions that _FORTIFY_SOURCE would have in a header.
tests/sweep/fault.so: $(sweep_sources) $(sweep_headers) config.h
	$(AM_V_CCLD)$(MKDIR_P) tests/sweep && \
	$(CC) $(DEFS) $(DEFAULT_INCLUDES) $(AM_CPPFLAGS) $(CPPFLAGS) \
		-U_FORTIFY_SOURCE $(WARN_CFLAGS) $(CFLAGS) -fPIC -shared \
		$(LDFLAGS) -o $@ $(sweep_sources:%=$(srcdir)/%)

# Say what the long run says, and fail where it does.
sweep:
	TRUST=long $(MAKE) $(AM_MAKEFLAGS) check TESTS=tests/sweep/sweep.sh; \
	status=$$?; cat tests/sweep/sweep.log; exit $$status

.PHONY: sweep

# Fuzz targets: tests/fuzz/fuzz_NAME.c, with its first inputs in corpus/NAME.
# make check puts those through each; make fuzz looks for more.
fuzz_targets = \
	tests/fuzz/fuzz_backward \
	tests/fuzz/fuzz_decompress \
	tests/fuzz/fuzz_expression \
	tests/fuzz/fuzz_fields \
	tests/fuzz/fuzz_format \
	tests/fuzz/fuzz_input \
	tests/fuzz/fuzz_json \
	tests/fuzz/fuzz_jsonl \
	tests/fuzz/fuzz_kernels \
	tests/fuzz/fuzz_number \
	tests/fuzz/fuzz_options \
	tests/fuzz/fuzz_regexp \
	tests/fuzz/fuzz_rows \
	tests/fuzz/fuzz_sequence \
	tests/fuzz/fuzz_slice \
	tests/fuzz/fuzz_text

check_PROGRAMS += $(fuzz_targets)
dist_check_SCRIPTS += tests/fuzz/replay.sh
EXTRA_DIST += tests/fuzz/aid.h tests/fuzz/fuzz.h tests/fuzz/hunt.sh \
	tests/fuzz/afl.sh tests/fuzz/whole.c tests/fuzz/whole.tab \
	tests/fuzz/corpus

if FUZZING
fuzz_main = $(FUZZ_MAIN)
else
fuzz_main = tests/fuzz/libreplay.a
check_LIBRARIES += tests/fuzz/libreplay.a
endif
tests_fuzz_libreplay_a_SOURCES = tests/fuzz/replay.c
check_LIBRARIES += tests/fuzz/libaid.a
tests_fuzz_libaid_a_SOURCES = tests/fuzz/aid.c

fuzz_ldadd = $(fuzz_main) tests/fuzz/libaid.a lib/libiterutils.a \
	$(PCRE2_LIBS) $(GMP_LIBS)
tests_fuzz_fuzz_backward_LDADD = $(fuzz_ldadd)
tests_fuzz_fuzz_decompress_LDADD = $(fuzz_ldadd) $(CODEC_LIBS)
tests_fuzz_fuzz_expression_LDADD = $(fuzz_ldadd)
tests_fuzz_fuzz_fields_LDADD = $(fuzz_ldadd)
tests_fuzz_fuzz_format_LDADD = $(fuzz_ldadd)
tests_fuzz_fuzz_input_LDADD = $(fuzz_ldadd)
tests_fuzz_fuzz_json_LDADD = $(fuzz_ldadd)
tests_fuzz_fuzz_jsonl_LDADD = $(fuzz_ldadd)
tests_fuzz_fuzz_kernels_LDADD = $(fuzz_ldadd)
tests_fuzz_fuzz_number_LDADD = $(fuzz_ldadd)
tests_fuzz_fuzz_options_LDADD = $(fuzz_ldadd)
tests_fuzz_fuzz_regexp_LDADD = $(fuzz_ldadd)
tests_fuzz_fuzz_rows_LDADD = $(fuzz_ldadd)
tests_fuzz_fuzz_sequence_LDADD = $(fuzz_ldadd)
tests_fuzz_fuzz_slice_LDADD = $(fuzz_ldadd)
tests_fuzz_fuzz_text_LDADD = $(fuzz_ldadd)

check-tool:
	$(MAKE) $(AM_MAKEFLAGS) check CHECK_TOOLS='tools/$(TOOL)' \
		TESTS='tests/cli/$(TOOL) $(promises)'

.PHONY: check-tool laws
