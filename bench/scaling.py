# SPDX-License-Identifier: MIT
"""scaling - cost against size

Ten times the records may take eleven times the time, start-up aside. Time is
processor time here, so that a slow writer or reader counts for nothing. Large
input is a file of a million records that comes through the pipe many times.
"""
import os
import shutil
from dataclasses import dataclass, field

from data import BASE
from measure import Failed, Setting, words_of

# The sizes go on until a run would take longer than so many seconds.
BOUND = 4.0
# What takes so little beyond the start can't be told from it.
SHORT = 0.004
# How much more a unit of work may cost in the next larger size.
GROWTH = 1.1
# Runs of a size, of which the cheapest counts.
RUNS = 3
# How often two sizes are measured anew, side by side, before they are wrong:
# what disturbs the machine differs from one time to the next.
DOUBTS = 5

SIZES = {
    "records": [10 ** k for k in range(4, 9)],
    "bytes": [10 ** k for k in range(4, 9)],
    "square": [round(10 ** (k / 2)) for k in range(4, 11)],
}


@dataclass
class Point:
    """A size and its cost."""
    n: int
    work: int       # records, or bytes read and written
    cpu: float      # seconds, start-up taken off
    wall: float     # seconds

    @property
    def each(self):
        """Nanoseconds for one piece of work."""
        return self.cpu / self.work * 1e9


@dataclass
class Curve:
    """A job's points, and what is wrong with them."""
    job: str
    grows: str
    points: list = field(default_factory=list)
    word: str = ""      # skipped, wrong, NOT PROPORTIONAL or nothing
    why: str = ""


def size_setting(case, store, n):
    """How n records come in, and how many bytes they have."""
    if not case.input:
        return Setting(output="lines" if case.output == "lines" else "pipe",
                       lines=n), 0
    base = min(n, BASE)
    path = store.path(case.input, base)
    return (Setting(path, True, n // base, "pipe"),
            os.path.getsize(path) * (n // base))


def size_run(case, store, launcher, n, start):
    """The cheapest of some runs."""
    setting, size = size_setting(case, store, n)
    words = words_of(case.command(case.ours, store, n))
    cost = min((launcher.run(words, setting) for _ in range(RUNS)),
               key=lambda cost: cost.cpu)
    work = n if case.grows == "records" else size + cost.bytes
    return Point(n, work, max(cost.cpu - start, 0), cost.wall)


def start_cost(case, store, launcher):
    """Seconds of processor time for hardly any work."""
    few = 10
    setting, _ = size_setting(case, store, few)
    setting.times = 50
    words = words_of(case.command(case.ours, store, few))
    return launcher.run(words, setting).cpu / setting.times


def grown(one, other):
    """Whether work costs more in the other, larger size than it may."""
    return one.cpu >= SHORT and other.each > one.each * GROWTH


def curve_fill(curve, case, store, launcher):
    """Measure size after size, and name what is not proportional."""
    start = start_cost(case, store, launcher)

    def measured(n):
        return size_run(case, store, launcher, n, start)

    before = None
    for n in SIZES[case.grows]:
        point = measured(n)
        for _ in range(DOUBTS):
            if not before or not grown(before, point):
                break
            before, point = measured(before.n), measured(n)
        curve.points.append(point)
        if before and grown(before, point):
            curve.word = "NOT PROPORTIONAL"
            curve.why = (f"from {before.n} to {n} one costs {point.each:.3f} "
                         f"ns, not {before.each:.3f}")
        if point.wall * 10 > BOUND:
            return
        before = point


def curve_run(case, store, launcher):
    """A job's curve."""
    curve = Curve(case.job, case.grows)
    if not shutil.which(case.tool, path=launcher.environ["PATH"]):
        curve.word, curve.why = "skipped", f"there is no {case.tool}"
        return curve
    try:
        curve_fill(curve, case, store, launcher)
    except Failed as fault:
        curve.word, curve.why = "wrong", str(fault)
    return curve


def text(curves):
    """The curves as lines of text."""
    lines = [f"{'job':<20}{'of':<9}{'size':>12}{'cpu s':>10}{'wall s':>10}"
             f"{'ns each':>10}"]
    for curve in curves:
        for point in curve.points:
            lines.append(f"{curve.job:<20}{curve.grows:<9}{point.n:>12}"
                         f"{point.cpu:>10.4f}{point.wall:>10.4f}"
                         f"{point.each:>10.3f}")
        if curve.word:
            lines.append(f"{curve.job:<20}{curve.word}: {curve.why}")
    return "\n".join(lines) + "\n"
