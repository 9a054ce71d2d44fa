# SPDX-License-Identifier: MIT
"""measure - what runs of commands cost

The helper launch does the measuring; here stand how a command is given to it
and how several commands take turns, so that what disturbs the machine
disturbs all of them.
"""
import os
import shlex
import signal
import statistics
import subprocess
from dataclasses import dataclass, field

# Who has run for so many seconds takes no further turn.
PATIENCE = 6.0
# Who runs for so many seconds will not end.
HANGS = 300


@dataclass
class Cost:
    """What one run cost: seconds, seconds, MiB, bytes through the pipe."""
    wall: float
    cpu: float
    peak: float
    bytes: int


@dataclass
class Runs:
    """A command's runs so far."""
    costs: list = field(default_factory=list)

    def times(self, by):
        """Each run's seconds, by wall or by cpu."""
        return [getattr(cost, by) for cost in self.costs]

    def fastest(self, by):
        """The quickest run's seconds."""
        return min(self.times(by))

    def median(self, by):
        """The middle run's seconds."""
        return statistics.median(self.times(by))

    @property
    def peak(self):
        """The most memory of any run, in MiB."""
        return max(cost.peak for cost in self.costs)


class Failed(Exception):
    """A command that could not be run, or ended with a fault."""


def first_line(text):
    """What a fault is told by."""
    return text.strip().partition("\n")[0]


@dataclass
class Setting:
    """What a command reads and where its output goes."""
    input: str = ""     # a path
    piped: bool = False
    repeats: int = 1    # of the input, through the pipe
    output: str = "null"
    lines: int = 0      # the reader leaves after them
    times: int = 1

    def arguments(self):
        """It all as arguments of launch."""
        words = ["-n", str(self.times)]
        if self.input:
            words += ["-i", self.input]
        if self.piped:
            words += ["-p", "-r", str(self.repeats)]
        if self.output != "null":
            words += ["-o"]
        if self.output == "lines":
            words += ["-l", str(self.lines)]
        return words


def words_of(command):
    """A command's words; a shell's where it is more than one command."""
    words = shlex.split(command)
    if "|" in words or "$((" in command:
        return ["sh", "-c", command]
    return words


class Launcher:
    """Runs commands in one environment."""

    def __init__(self, helpers, tools):
        self.launch = os.path.join(helpers, "launch")
        self.limit = os.path.join(helpers, "limit")
        self.environ = dict(os.environ, LC_ALL="C",
                            PATH=tools + ":" + os.environ["PATH"],
                            ITERUTILS_LIBEXECDIR=tools)

    def run(self, words, setting):
        """Run once as setting says."""
        with subprocess.Popen([self.launch, *setting.arguments(), *words],
                              env=self.environ, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, text=True,
                              start_new_session=True) as child:
            try:
                found, said = child.communicate(timeout=HANGS)
            except subprocess.TimeoutExpired as late:
                raise Failed(f"{words[0]}: no end after {HANGS} s") from late
            finally:
                if child.poll() is None:
                    os.killpg(child.pid, signal.SIGKILL)
        if child.returncode != 0:
            raise Failed(first_line(said))
        wall, cpu, peak, count, status = found.split()
        # A writer whose reader leaves may well end by a signal.
        if status != "0" and setting.output != "lines":
            raise Failed(f"{words[0]}: {first_line(said) or status}")
        return Cost(float(wall), float(cpu), int(peak) / 1024, int(count))

    def take_turns(self, commands, setting, rounds):
        """Run each command in turn, and all again; return their runs.

        A command is a function of the runs so far that returns words.
        """
        runs = [Runs() for _ in commands]
        for _ in range(rounds):
            for command, own in zip(commands, runs):
                if sum(own.times("wall")) < PATIENCE:
                    own.costs.append(self.run(command(runs), setting))
        return runs

    def output(self, command, path, piped):
        """All that a shell's command writes."""
        if piped:
            command = f"cat {shlex.quote(path)} | {command}"
        with open(path or os.devnull, "rb") as reading:
            done = subprocess.run(["sh", "-c", command], env=self.environ,
                                  stdin=reading, capture_output=True,
                                  check=False)
        if done.stderr:
            raise Failed(first_line(done.stderr.decode("utf-8", "replace")))
        return done.stdout
