# SPDX-License-Identifier: MIT
# Habits: what is run before something is called done. Nothing here is needed
# to build, and every target works in a VPATH build.

CLEANFILES += descriptors/* release/* valgrind/*
EXTRA_DIST += .ci/run .clang-tidy build-aux/check-descriptors \
	build-aux/coverage build-aux/docs build-aux/release-check \
	build-aux/hooks/pre-commit build-aux/house-rules build-aux/new-tool \
	build-aux/picture doc/pipelines.svg tests/valgrind.supp

lint_sources = $(srcdir)/lib/*.c $(srcdir)/lib/expression/*.c \
	$(srcdir)/tools/*.c
format_sources = $(srcdir)/lib/*.[ch] $(srcdir)/lib/expression/*.[ch] \
	$(srcdir)/tools/*.c \
	$(srcdir)/tests/common/*.[ch] $(srcdir)/tests/lib/*.[ch] \
	$(srcdir)/tests/cli/*.[ch]
lint_scripts = $(srcdir)/try $(srcdir)/bootstrap $(srcdir)/.ci/run \
	$(srcdir)/build-aux/check-descriptors \
	$(srcdir)/build-aux/release-check \
	$(srcdir)/build-aux/completions $(srcdir)/build-aux/coverage \
	$(srcdir)/build-aux/docs $(srcdir)/build-aux/hooks/pre-commit \
	$(srcdir)/build-aux/house-rules $(srcdir)/build-aux/installed-names \
	$(srcdir)/build-aux/new-tool $(srcdir)/build-aux/picture \
	$(srcdir)/packaging/build-deb $(srcdir)/packaging/check-deb \
	$(srcdir)/packaging/check-root \
	$(srcdir)/packaging/check-tarball \
	$(srcdir)/packaging/debian/tests/pipelines \
	$(srcdir)/packaging/musl-build $(srcdir)/packaging/pack \
	$(srcdir)/tests/contract/*.sh $(srcdir)/tests/fuzz/*.sh \
	$(srcdir)/tests/laws/*.sh $(srcdir)/tests/world/*.sh \
	$(srcdir)/tests/sweep/*.sh
lint_flags = $(DEFS) -I. $(AM_CPPFLAGS) $(CPPFLAGS) -DDECOMPRESS_HELPER=\"\"
ANALYZER_GCC = gcc
ANALYZER_CLANG = clang
lint_jobs = `getconf _NPROCESSORS_ONLN`

# Write the lists of tools in README and iterutils(7) anew, and the completions.
docs: $(bin_PROGRAMS)
	$(srcdir)/build-aux/docs
	$(srcdir)/build-aux/completions $(srcdir)/completions $(bin_PROGRAMS)

# Run what the picture shows, and draw it anew.
picture: all
	PATH='$(abs_builddir)/tools':"$$PATH" \
		ITERUTILS_LIBEXECDIR='$(abs_builddir)/tools' \
		$(srcdir)/build-aux/picture >picture.tmp
	mv picture.tmp $(srcdir)/doc/pipelines.svg

# Everything that reads the sources and finds fault.
lint: lint-rules lint-shell lint-man lint-cppcheck lint-tidy

# The greps that keep the house in order.
lint-rules:
	$(srcdir)/build-aux/house-rules

# The contract's scripts share lib.sh, call a file cut, and use ulimit -n and -v,
# which every shell has.
lint-shell:
	shellcheck --external-sources --source-path=SCRIPTDIR \
		--severity=warning --exclude=SC2238,SC3045 $(lint_scripts)

lint-man:
	mandoc -T lint -W warning $(srcdir)/man/*.[1-9]

# It does not read system headers, so noreturn is said here, and it does not
# see that GMP's functions set numbers: uninitialised ones are left to
# clang-tidy and valgrind. Declarations stand at the head of a function, and
# an empty loop has a continue.
lint-cppcheck:
	cppcheck --quiet --error-exitcode=1 --inline-suppr --std=c11 \
		--enable=warning,style,performance,portability \
		--suppress=missingIncludeSystem --suppress=variableScope \
		--suppress=redundantContinue --suppress=uninitvar \
		--suppress=legacyUninitvar --suppress=ctuuninitvar \
		--suppress=shadowFunction --suppress=unassignedVariable \
		'-Dnoreturn=__attribute__((noreturn))' \
		-I$(srcdir)/lib $(DEFS) $(lint_sources)

# The checks are listed in .clang-tidy. One process a file, as many as cores.
# Standard error only counts warnings that are not shown.
lint-tidy: config.h lib/installed_names.h
	@clang-tidy --version >/dev/null
	printf '%s\n' $(lint_sources) | xargs -n 1 -P $(lint_jobs) \
		sh -c 'clang-tidy --quiet "$$0" -- -std=c11 $(DEFS) \
		$(AM_CPPFLAGS) $(CPPFLAGS) -DDECOMPRESS_HELPER=\"\" \
		2>/dev/null'

# What looks along the paths of a program: gcc -fanalyzer, and what scan-build
# calls. Both take a minute; what is open fails.
lint-analyzer: config.h lib/installed_names.h
	printf '%s\n' $(lint_sources) | xargs -n 1 -P $(lint_jobs) \
		$(ANALYZER_GCC) -std=gnu11 -O2 -fanalyzer -Werror \
		$(lint_flags) -c -o /dev/null
	printf '%s\n' $(lint_sources) | xargs -n 1 -P $(lint_jobs) \
		$(ANALYZER_CLANG) --analyze -Xclang -analyzer-werror \
		--analyzer-output text -std=gnu11 $(lint_flags) -o /dev/null
	@echo "trust: analyzers: `printf '%s\n' $(lint_sources) | wc -l`" \
		'sources tried by each of gcc -fanalyzer and clang --analyze,' \
		'0 findings open'

# Rewrite in the form of .clang-format; look at the result, it is advice.
format:
	clang-format -i $(format_sources)

# Show where the form differs. No part of lint.
format-check:
	clang-format --dry-run -Werror $(format_sources)

# Build and test once more in a folder of its own, with the sanitizers of
# addresses and undefined behaviour.
sanitize:
	$(MKDIR_P) sanitize
	cd sanitize && $(abs_srcdir)/configure --enable-sanitizers \
		--enable-werror CC='$(CC)' && $(MAKE) $(AM_MAKEFLAGS) check

# With clang, for what is read before it was written, over memory_tests.
# GMP, PCRE2 and Check are not built for it, and of what a call writes it knows
# only where no test stands before the call (refuse).
sanitize-memory:
	$(MKDIR_P) memory
	cd memory && $(abs_srcdir)/configure --enable-sanitizers=memory \
		--enable-werror CC=clang CFLAGS='-g -O1' && \
		$(MAKE) $(AM_MAKEFLAGS) $(memory_tests) && \
		CK_TIMEOUT_MULTIPLIER=10 $(MAKE) $(AM_MAKEFLAGS) check-TESTS \
		TESTS='$(memory_tests)'

# The unit tests, and runs of the tools by their rows, under valgrind: a wrong
# access or lost memory fails the check it happens in. The rows' own program
# runs as ever and finds in valgrind/ scripts that are named as the tools are;
# what valgrind says of them goes to descriptors, and is looked through in the
# end for descriptors that are left open. What tries all that is short, in two
# ways, is left to the sanitizers, so are test cases that say so (suite.h) and
# what sanitize-memory has, and of the rows' variants this takes every
# VALGRIND_EVERY-th: all would take hours.
VALGRIND_EVERY = 61
exhaustive_tests = tests/lib/test_adder tests/lib/test_framing \
	tests/lib/test_input tests/lib/test_json_scan \
	tests/lib/test_progression tests/lib/test_scan \
	tests/lib/test_store tests/lib/test_table
valgrind = valgrind --quiet --error-exitcode=99 --leak-check=full \
	--errors-for-leak-kinds=definite \
	--suppressions=$(abs_srcdir)/tests/valgrind.supp

check-valgrind: all
	CK_EXCLUDE_TAGS='native long' CK_TIMEOUT_MULTIPLIER=20 \
		$(MAKE) $(AM_MAKEFLAGS) check \
		LOG_COMPILER='$(valgrind)' TESTS="`for test in $(unit_tests); do \
		case ' $(exhaustive_tests) $(memory_tests) ' in \
		*\" $$test \"*) ;; *) echo $$test;; esac; done | tr '\n' ' '`"
	rm -rf descriptors
	$(MKDIR_P) descriptors valgrind
	for tool in $(bin_PROGRAMS); do \
		script=valgrind/$${tool#*/}; \
		printf '#!/bin/sh\nexec %s --track-fds=yes %s %s "$$@"\n' \
			'$(valgrind)' \
			"--log-file='$(abs_builddir)/descriptors/$${tool#*/}.%p'" \
			"$(abs_builddir)/$$tool" >"$$script" && \
		chmod +x "$$script" || exit 1; \
	done
	CK_TIMEOUT_MULTIPLIER=20 $(MAKE) $(AM_MAKEFLAGS) check \
		TESTS='$(row_tests)' TESTS_ENVIRONMENT=' \
		TOOLS_DIR=$(abs_builddir)/valgrind; export TOOLS_DIR; \
		ROWS_EVERY=$(VALGRIND_EVERY); export ROWS_EVERY;'
	$(srcdir)/build-aux/check-descriptors descriptors

# Look for inputs that break a fuzz target, FUZZ_TIME seconds for each (or for
# the one that FUZZ_ONLY names), in a folder of its own. What is found anew
# stays in fuzzing/found.
FUZZ_TIME = 60
FUZZ_ONLY =

fuzz:
	$(MKDIR_P) fuzzing
	cd fuzzing && $(abs_srcdir)/configure --enable-fuzzing CC=clang && \
		$(MAKE) $(AM_MAKEFLAGS) $(fuzz_targets)
	cd fuzzing && FUZZ_TARGETS='$(fuzz_targets)' SOURCE='$(abs_srcdir)' \
		FUZZ_TIME='$(FUZZ_TIME)' FUZZ_ONLY='$(FUZZ_ONLY)' \
		sh $(abs_srcdir)/tests/fuzz/hunt.sh

# The same for whole tools, by AFL++, where it is installed. Its compiler does
# not know all vectors.
AFL_TIME = 60
AFL_ONLY =

fuzz-afl:
	@if afl-fuzz -h >/dev/null 2>&1 || test $$? -eq 1; then \
		$(MAKE) $(AM_MAKEFLAGS) fuzz-afl-tools; \
	else \
		echo 'skip fuzz-afl: AFL++ is not installed'; \
	fi

fuzz-afl-tools:
	$(MKDIR_P) afl
	cd afl && $(abs_srcdir)/configure CC=afl-clang-fast \
		CFLAGS='-g -O1 -Wno-missing-prototypes' \
		iterutils_cv_x86_vectors=no
	cd afl && AFL_USE_ASAN=1 $(MAKE) $(AM_MAKEFLAGS) lib/libiterutils.a
	cd afl && AFL_USE_ASAN=1 afl-clang-fast -g -O1 -c \
		$(abs_srcdir)/tests/fuzz/whole.c -o whole.o
	cd afl && AFL_USE_ASAN=1 $(MAKE) $(AM_MAKEFLAGS) $(bin_PROGRAMS) \
		CPPFLAGS=-Dmain=tool_main LIBS=whole.o
	cd afl && TOOLS='$(bin_PROGRAMS)' SOURCE='$(abs_srcdir)' \
		AFL_TIME='$(AFL_TIME)' AFL_ONLY='$(AFL_ONLY)' \
		sh $(abs_srcdir)/tests/fuzz/afl.sh

# Build and test once more in a folder of its own, counting lines and
# branches: coverage/report/index.html. Fails below what build-aux/coverage
# asks for. Without optimisation, which would move lines into one another.
coverage:
	$(MKDIR_P) coverage
	cd coverage && $(abs_srcdir)/configure --enable-coverage CC='$(CC)' \
		CFLAGS='-g -O0' && $(MAKE) $(AM_MAKEFLAGS) all && \
		$(MAKE) $(AM_MAKEFLAGS) $(unit_tests) $(row_tests) \
		tests/contract/probe
	find coverage -name '*.gcda' -exec rm -f {} +
	cd coverage && CK_TIMEOUT_MULTIPLIER=10 GCOV_ERROR_FILE=/dev/null \
		$(MAKE) $(AM_MAKEFLAGS) check-TESTS \
		TESTS='$(coverage_tests)'
	lcov --quiet --capture --rc lcov_branch_coverage=1 \
		--directory coverage/lib --directory coverage/tools \
		--output-file coverage/all.info 2>coverage/lcov.log
	lcov --quiet --rc lcov_branch_coverage=1 \
		--output-file coverage/own.info \
		--extract coverage/all.info '*/lib/*.c' '*/tools/*.c'
	genhtml --quiet --branch-coverage --output-directory coverage/report \
		coverage/own.info
	$(srcdir)/build-aux/coverage coverage/own.info

# What a release must pass, in an hour on two cores: build-aux/release-check.
# What uses one processor comes last, beside fuzzing. The tests of distcheck are
# those of check.
RELEASE_PARTS = lint lint-analyzer coverage check check-valgrind sanitize \
	sweep fuzz+$(release_short)/$(release_random)
release_short = check-tarball/distcheck:TESTS=/sanitize-memory
release_random = check-world/laws:LAWS_TIME=120/mutation:$(release_mutation)
release_mutation = MUTATION_TIME=180,MUTATION_FLAGS=--jobs=1

release-check: all
	+@MAKE='$(MAKE)' SOURCE='$(abs_srcdir)' CC='$(CC)' \
		PARTS='$(RELEASE_PARTS)' $(srcdir)/build-aux/release-check

.PHONY: docs picture lint lint-rules lint-shell lint-man lint-cppcheck \
	lint-tidy lint-analyzer format format-check fuzz fuzz-afl \
	fuzz-afl-tools sanitize sanitize-memory check-valgrind coverage \
	release-check
