# SPDX-License-Identifier: MIT
# How the benchmarks are built and run; the rows are in bench/cases.tab.
#
#	make bench				all, for some minutes
#	make bench BENCH=take,fib RUNS=3	some jobs or tools, fewer turns
#	make bench BY=cpu			where the machine is busy: a
#						share of a writer is lower then
#	make bench-scaling			only cost against size
#	make bench-accept			the last run becomes RESULTS.md

EXTRA_PROGRAMS = bench/launch bench/limit
bench_launch_SOURCES = bench/launch.c
bench_limit_SOURCES = bench/limit.c
EXTRA_DIST += bench/cases.py bench/cases.tab bench/chart.py bench/compare.py \
	bench/data.py bench/measure.py bench/report.py bench/run.py \
	bench/scaling.py
CLEANFILES += $(EXTRA_PROGRAMS) bench/results.json bench/results.svg \
	bench/results.txt

BENCH =
BENCH_VIEW = all
BY = wall
RUNS = 5
bench_run = python3 -B $(srcdir)/bench/run.py --work=bench \
	--tools='$(abs_builddir)/tools' --helpers='$(abs_builddir)/bench' \
	--version='$(VERSION)' --compiler='$(CC) $(CFLAGS)' \
	--only='$(BENCH)' --runs='$(RUNS)' --by='$(BY)'

bench: all $(EXTRA_PROGRAMS)
	@if ! python3 --version >/dev/null 2>&1; then \
		echo 'bench: skipped: there is no python3'; \
	else \
		$(bench_run) $(BENCH_VIEW); \
	fi

bench-scaling:
	$(MAKE) $(AM_MAKEFLAGS) bench BENCH_VIEW=scaling

bench-accept:
	$(bench_run) accept

# Nothing that was measured before is there: no results, no hook.
dist-hook:
	test ! -f $(srcdir)/bench/RESULTS.md || \
		cp $(srcdir)/bench/RESULTS.md $(distdir)/bench/

clean-local:
	rm -rf bench/data

.PHONY: bench bench-accept bench-scaling
