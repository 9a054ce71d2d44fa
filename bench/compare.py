# SPDX-License-Identifier: MIT
"""compare - our tools beside others that do the same

First both sides' output for a little data is compared: what is wrong is not
timed. Then they run in turns, with a limit where a row has one.
"""
import os
import shutil
from dataclasses import dataclass

from cases import Limit
from measure import Failed, Setting, words_of

# So many records are enough to see that both do the same.
FEW = 1000


@dataclass
class Result:
    """A row, measured; where it was not, word says why."""
    name: str
    job: str
    peer: str
    word: str = ""      # skipped, wrong or nothing
    why: str = ""
    wall: float = 0.0   # seconds of the fastest run
    median: float = 0.0
    cpu: float = 0.0
    peak: float = 0.0   # MiB
    theirs_wall: float = 0.0
    theirs_median: float = 0.0
    theirs_cpu: float = 0.0
    theirs_peak: float = 0.0
    ratio: float = 0.0
    least: float = 0.0
    aim: float = 0.0
    share: float = 0.0  # of the limit, in its unit
    share_least: float = 0.0
    share_aim: float = 0.0
    share_unit: str = ""
    peak_most: float = 0.0

    def misses(self):
        """What of its targets the row does not reach, in words."""
        if self.word:
            return []
        found = []
        if self.ratio < self.least:
            found.append(f"{self.ratio:.2f} times {self.peer}, "
                         f"not {self.least:g}")
        if self.share_unit and not self.share_reached():
            found.append(f"{self.share:.0f} {self.share_unit}, "
                         f"not {self.share_least:g}")
        if self.peak_most and self.peak >= self.peak_most:
            found.append(f"{self.peak:.1f} MiB, not {self.peak_most:g}")
        return found

    def share_reached(self):
        """Whether the limit is near enough; time is better when it is less."""
        if self.share_unit == "ns":
            return self.share <= self.share_least
        return self.share >= self.share_least


def differs(case, store, launcher):
    """How both sides' outputs differ on a little data, or nothing."""
    few = min(case.n, FEW)
    path = store.path(case.input, few) if case.input else ""

    def output(command):
        command = f"{{ {case.command(command, store, few)}; }}"
        if case.output == "lines":
            command += f" | head -n {few}"
        if case.alike:
            command += f" | {case.alike}"
        return launcher.output(command, path, case.piped)

    ours, theirs = output(case.ours), output(case.theirs)
    if ours == theirs:
        return ""
    return (f"{len(ours)} bytes on {few} records are not as "
            f"the {len(theirs)} of {case.peer}")


def limit_words(case, command, launcher):
    """The limit's words, once it is known how much ours writes."""
    def words(runs):
        verb, *rest = command.split()
        if verb == "write":
            rest = [str(runs[0].costs[0].bytes)]
        return [launcher.limit, verb, *rest]
    return words


def measured(case, store, launcher, rounds, by, result):
    """Fill in what the row's runs cost."""
    path = store.path(case.input, case.n) if case.input else ""
    setting = Setting(path, case.piped, 1, case.output, case.n, case.times)
    turns = [words_of(case.command(text, store, case.n))
             for text in (case.ours, case.theirs)]
    commands = [lambda runs, words=words: words for words in turns]
    limit = case.limit
    if limit and limit.command:
        commands.append(limit_words(
            case, case.command(limit.command, store, case.n), launcher))
    ours, theirs, *bound = launcher.take_turns(commands, setting, rounds)

    result.wall, result.cpu = ours.fastest("wall"), ours.fastest("cpu")
    result.median, result.peak = ours.median("wall"), ours.peak
    result.theirs_wall = theirs.fastest("wall")
    result.theirs_median = theirs.median("wall")
    result.theirs_cpu, result.theirs_peak = theirs.fastest("cpu"), theirs.peak
    result.ratio = theirs.fastest(by) / ours.fastest(by)
    if bound:
        result.share = 100 * bound[0].fastest(by) / ours.fastest(by)
    elif limit and limit.unit == "ns":
        result.share = ours.fastest(by) / case.n * 1e9
    elif limit:
        result.share = os.path.getsize(path) / ours.fastest(by) / 1e6


def case_run(case, store, launcher, rounds, by):
    """The result of a row, whatever becomes of it."""
    limit = case.limit or Limit(0, 0, "", "")
    result = Result(case.name, case.job, case.peer, least=case.least,
                    aim=case.aim, share_least=limit.least,
                    share_aim=limit.aim, share_unit=limit.unit,
                    peak_most=case.peak)
    for program in (case.tool, case.peer):
        if not shutil.which(program, path=launcher.environ["PATH"]):
            result.word, result.why = "skipped", f"there is no {program}"
            return result
    try:
        result.why = differs(case, store, launcher)
        if result.why:
            result.word = "wrong"
        else:
            measured(case, store, launcher, rounds, by, result)
    except Failed as fault:
        result.word, result.why = "wrong", str(fault)
    return result
