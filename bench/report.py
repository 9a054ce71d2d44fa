# SPDX-License-Identifier: MIT
"""report - results as a table of text, as a chart, and as RESULTS.md"""
import datetime
import os
import platform
import re
import shutil
import subprocess

import measure


def first_said(*command):
    """The first line that a command writes, or nothing."""
    done = subprocess.run(command, stdout=subprocess.PIPE, check=False,
                          stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL)
    return measure.first_line(done.stdout.decode("utf-8", "replace"))


def machine(version, compiler):
    """What was measured where, as lines of text."""
    model = "unknown processor"
    with open("/proc/cpuinfo", encoding="utf-8") as info:
        for line in info:
            if line.startswith("model name"):
                model = line.partition(":")[2].strip()
                break
    today = datetime.date.today().isoformat()
    return [f"iterutils {version}, {compiler}, {today}",
            f"{model}, {os.cpu_count()} processors, "
            f"{platform.system()} {platform.release()}"]


def versions(peers):
    """A line for each of the programs that were compared with."""
    lines = []
    for peer in sorted(set(peers)):
        if shutil.which(peer):
            option = ("-W", "version") if peer == "mawk" else ("--version",)
            lines.append(f"{peer}: {first_said(peer, *option)}")
    return lines


def share(result):
    """The share of the limit and what it shall be."""
    if not result.share_unit:
        return ""
    aim = ("" if result.share_aim == result.share_least
           else f"..{result.share_aim:g}")
    return (f"{result.share:.0f} {result.share_unit} "
            f"({result.share_least:g}{aim})")


def target(result):
    """The ratio that is to be reached, and the one aimed at."""
    aim = "" if result.aim == result.least else f"..{result.aim:g}"
    return f"{result.least:g}{aim}"


def verdict(result):
    """One word for a row."""
    if result.word:
        return f"{result.word}: {result.why}"
    return "MISSED" if result.misses() else "reached"


HEADS = ("job", "peer", "ours s", "median", "cpu", "MiB", "theirs s",
         "median", "cpu", "MiB", "times", "target", "was", "of the limit", "")


def cells(result, was):
    """A row's columns, as HEADS names them."""
    if result.word:
        return (result.job, result.peer, *[""] * 12, verdict(result))
    return (result.job, result.peer,
            f"{result.wall:.4f}", f"{result.median:.4f}",
            f"{result.cpu:.4f}", f"{result.peak:.1f}",
            f"{result.theirs_wall:.4f}", f"{result.theirs_median:.4f}",
            f"{result.theirs_cpu:.4f}", f"{result.theirs_peak:.1f}",
            f"{result.ratio:.2f}", target(result), was.get(result.name, ""),
            share(result), verdict(result))


def table(results, was):
    """The results as lines of text in columns."""
    rows = [HEADS] + [cells(result, was) for result in results]
    widths = [max(len(row[i]) for row in rows) for i in range(len(HEADS) - 1)]
    lines = []
    for row in rows:
        line = "  ".join(
            cell.ljust(width) if i < 2 else cell.rjust(width)
            for i, (cell, width) in enumerate(zip(row, widths)))
        lines.append((line + "  " + row[-1]).rstrip())
    return "\n".join(lines) + "\n"


def summary(results):
    """What was missed, skipped and wrong, as lines of text."""
    lines = []
    for result in results:
        if result.word:
            lines.append(f"{result.name}: {verdict(result)}")
        for miss in result.misses():
            lines.append(f"{result.name}: missed: {miss}")
    reached = sum(not r.word and not r.misses() for r in results)
    lines.append(f"{reached} of {len(results)} rows reach their targets")
    return "\n".join(lines) + "\n"


def accepted(path):
    """The ratios that RESULTS.md has, by row."""
    was = {}
    if os.path.exists(path):
        with open(path, encoding="utf-8") as text:
            for line in text:
                part = [cell.strip() for cell in line.split("|")]
                if len(part) > 12 and re.fullmatch(r"[\d.]+", part[11]):
                    was[f"{part[1]} / {part[2]}"] = part[11]
    return was


def markdown(results, about, peers, scaling):
    """All of RESULTS.md."""
    def line(row):
        return "| " + " | ".join(row) + " |"
    lines = ["<!-- SPDX-License-Identifier: MIT -->",
             "# The last accepted benchmark results", "",
             "Written by `make bench-accept` from the last run of `make "
             "bench`. Times are of the", "fastest of several runs, in "
             "seconds; *times* says how many times as quick as the peer",
             "ours was, *of the limit* how near to what the machine can do "
             "at all.", ""]
    lines += [f"- {text}" for text in about]
    # What was accepted before is no part of what is accepted now.
    kept = [i for i, head in enumerate(HEADS) if head != "was"]
    rows = [HEADS, ["---"] * len(HEADS)]
    rows += [cells(result, {}) for result in results]
    lines += [""] + [line([row[i] for i in kept]) for row in rows]
    lines += ["", "## Cost against size", "", "```", scaling.rstrip(), "```",
              "", "## Compared with", ""]
    lines += [f"- {text}" for text in peers]
    return "\n".join(lines) + "\n"
