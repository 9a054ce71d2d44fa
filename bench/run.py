#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""run - the benchmarks of iterutils

    run.py [option ...] compare | scaling | all | accept

compare sets our tools beside others, scaling sets cost beside size, all does
both. What was found is written, and kept in the folder of --work: results.txt,
results.svg, and results.json, of which accept makes RESULTS.md. Status 1:
wrong output, or cost that is not proportional; a missed target is only said.
"""
import argparse
import json
import os
import sys
from dataclasses import asdict

import report
import scaling
from cases import cases_read
from chart import chart
from compare import Result, case_run
from data import Store
from measure import Launcher

HERE = os.path.dirname(os.path.abspath(__file__))


def arguments():
    """What the command line says."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("what",
                        choices=("compare", "scaling", "all", "accept"))
    parser.add_argument("--work", required=True,
                        help="folder for data and results")
    parser.add_argument("--tools", required=True, help="folder of the tools")
    parser.add_argument("--helpers", required=True,
                        help="folder of launch and limit")
    parser.add_argument("--version", default="", help="what is measured")
    parser.add_argument("--compiler", default="", help="and what built it")
    parser.add_argument("--only", default="",
                        help="jobs or tools, separated by commas")
    parser.add_argument("--runs", type=int, default=5, help="turns for each")
    parser.add_argument("--by", choices=("wall", "cpu"), default="wall",
                        help="the time that ratios are made of")
    return parser.parse_args()


def put(path, words):
    """Write a file."""
    with open(path, "w", encoding="utf-8") as out:
        out.write(words)


def compare(rows, options, store, launcher):
    """Run the rows and write their table."""
    results = []
    for case in rows:
        print(f"{case.name} ...", file=sys.stderr, flush=True)
        results.append(case_run(case, store, launcher, options.runs,
                                options.by))
    return results


def scale(rows, store, launcher):
    """Run the rows that have something to say about cost against size."""
    curves = []
    for case in rows:
        if case.grows:
            print(f"{case.job}: cost against size ...", file=sys.stderr,
                  flush=True)
            curves.append(scaling.curve_run(case, store, launcher))
    return curves


def accept(options):
    """Make RESULTS.md of the last run."""
    with open(os.path.join(options.work, "results.json"),
              encoding="utf-8") as kept:
        found = json.load(kept)
    if not found["whole"]:
        sys.exit("run.py: the last run was not of all rows")
    put(os.path.join(HERE, "RESULTS.md"), report.markdown(
        [Result(**result) for result in found["results"]], found["about"],
        found["peers"], found["scaling"]))


def measure(options):
    """Run, report, and return the status."""
    rows = cases_read(os.path.join(HERE, "cases.tab"),
                      [name for name in options.only.split(",") if name])
    store = Store(os.path.join(options.work, "data"))
    launcher = Launcher(options.helpers, options.tools)
    results, curves = [], []
    if options.what in ("compare", "all"):
        results = compare(rows, options, store, launcher)
    if options.what in ("scaling", "all"):
        curves = scale(rows, store, launcher)

    about = report.machine(options.version, options.compiler)
    about.append(f"at most {options.runs} turns each, ratios of "
                 f"{options.by} time")
    was = report.accepted(os.path.join(HERE, "RESULTS.md"))
    sizes = scaling.text(curves) if curves else ""
    words = "\n".join(about) + "\n"
    if results:
        words += (f"\n{report.table(results, was)}"
                  f"\n{report.summary(results)}")
    if curves:
        words += f"\n{sizes}"
    print(words, end="")
    put(os.path.join(options.work, "results.txt"), words)
    put(os.path.join(options.work, "results.svg"),
        chart(results, curves, about[0]))
    put(os.path.join(options.work, "results.json"), json.dumps({
        "whole": options.what == "all" and not options.only,
        "results": [asdict(result) for result in results], "about": about,
        "peers": report.versions(case.peer for case in rows),
        "scaling": sizes}, indent=1))
    return any(result.word == "wrong" for result in results) or \
        any(curve.word not in ("", "skipped") for curve in curves)


def main():
    """Do what the command line says."""
    options = arguments()
    if options.what == "accept":
        accept(options)
        return 0
    return int(measure(options))


if __name__ == "__main__":
    sys.exit(main())
