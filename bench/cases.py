# SPDX-License-Identifier: MIT
"""cases - the rows of cases.tab

What the columns mean stands at the head of the table.
"""
import re
from dataclasses import dataclass

COLUMNS = ("job", "size", "input", "output", "ahead", "limit", "peak",
           "grows", "peer", "ours", "theirs", "alike")


@dataclass
class Limit:
    """A bound that is not another tool: from is reached, aim is better."""
    least: float
    aim: float
    unit: str       # %, ns or MB/s
    command: str    # of the helper limit, where the unit is %


@dataclass
class Case:
    """One row."""
    job: str
    n: int
    times: int      # in one measured loop
    input: str      # a kind of data, or nothing
    piped: bool     # it comes through a pipe
    output: str     # null, pipe or lines
    least: float
    aim: float
    limit: Limit
    peak: float     # MiB, or nothing
    grows: str      # records, bytes, square or nothing
    peer: str
    ours: str
    theirs: str
    alike: str      # a filter, or nothing

    @property
    def tool(self):
        """The tool that is measured."""
        return self.ours.split()[0]

    @property
    def name(self):
        """What no other row is called."""
        return f"{self.job} / {self.peer}"

    def command(self, text, store, n):
        """The command for n records, with the files of data it names."""
        def value(match):
            word = match[1]
            if word == "n":
                return str(n)
            if word == "most":
                return str(n * 19 // 20)
            return store.path(word, n)
        return re.sub(r"@(\w+)", value, text)


def span(text):
    """2..3 is to be reached and aimed at; 2 is both."""
    least, _, aim = text.partition("..")
    return float(least), float(aim or least)


def limit_parse(text):
    """70..80% count, 20 ns, 500 MB/s, or - for none."""
    if text == "-":
        return None
    bound, _, rest = text.partition(" ")
    if bound.endswith("%"):
        return Limit(*span(bound[:-1]), "%", rest)
    return Limit(*span(bound), rest, "")


def row_parse(line):
    """A row of the table, which must have all columns."""
    cells = re.split(r"\t+", line.rstrip("\n"))
    if len(cells) != len(COLUMNS):
        raise ValueError(f"{len(cells)} columns, not {len(COLUMNS)}: {line}")
    cell = dict(zip(COLUMNS, cells))
    n, _, times = cell["size"].partition("*")
    return Case(cell["job"], int(n), int(times or 1),
                "" if cell["input"] == "-" else cell["input"].lstrip("|"),
                cell["input"].startswith("|"), cell["output"],
                *span(cell["ahead"]), limit_parse(cell["limit"]),
                0 if cell["peak"] == "-" else float(cell["peak"]),
                "" if cell["grows"] == "-" else cell["grows"],
                cell["peer"], cell["ours"], cell["theirs"],
                "" if cell["alike"] == "=" else cell["alike"])


def cases_read(path, only):
    """The rows whose job or tool is among only, or all."""
    with open(path, encoding="utf-8") as table:
        rows = [row_parse(line) for line in table
                if line.strip() and not line.startswith("#")]
    return [row for row in rows
            if not only or row.job in only or row.tool in only]
