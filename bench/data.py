# SPDX-License-Identifier: MIT
"""data - what the tools are run over

Every kind of data is a function that makes so many records from a seed: the
same everywhere and always. A file is made once and kept, under a name that
changes when this file does. Files of more than a million records repeat the
first million.
"""
import itertools
import os
import random
import zlib

BASE = 1_000_000


def log(dice):
    """Lines of a web server; a second has one to forty of them."""
    second = 0
    paths = [f"/articles/{dice.randrange(10000)}/{name}"
             for name in ("index.html", "style.css", "picture.png")
             for _ in range(50)]
    while True:
        second += 1
        minutes, s = divmod(second, 60)
        hours, m = divmod(minutes, 60)
        days, h = divmod(hours, 24)
        stamp = f"2026-01-{days % 28 + 1:02}T{h:02}:{m:02}:{s:02}"
        for _ in range(dice.randint(1, 40)):
            yield (f"{stamp} web{dice.randint(1, 9)} GET "
                   f"{dice.choice(paths)} "
                   f"status={dice.choice((200, 200, 200, 304, 404))} "
                   f"bytes={dice.randrange(100000)}")


def ints(dice):
    """Integers of up to six digits."""
    while True:
        yield str(dice.randint(1, 1_000_000))


def prices(dice):
    """Decimals with two digits behind the point."""
    while True:
        yield f"{dice.randrange(1000)}.{dice.randrange(100):02}"


def keys(dice):
    """Short keys, one to eight times each in a row."""
    while True:
        key = f"k{dice.randrange(1000)}"
        for _ in range(dice.randint(1, 8)):
            yield key


def words(dice):
    """Ten thousand different words in any order."""
    while True:
        yield f"word{dice.randrange(10000)}"


def short(dice):
    """Records for one side of a product: all different, without blanks."""
    for i in itertools.count():
        yield f"r{i:04}"


def nested(dice):
    """Lists in lists, a value of ten leaves a line."""
    def value(depth):
        leaf = dice.choice((dice.randrange(100000), f'"{dice.random()}"'))
        return f"[{leaf}, {value(depth - 1)}]" if depth > 1 else f"[{leaf}]"
    for _ in itertools.count():
        yield value(10)


def table(dice):
    """Rows of CSV of some hundred bytes, without a quote."""
    for i in itertools.count():
        yield (f"{i},2026-08-{dice.randint(1, 28):02}T"
               f"{dice.randrange(24):02}:{dice.randrange(60):02}:00Z,"
               f"{'error' if dice.random() < 0.1 else 'ok'},"
               f"{dice.randrange(10000)}.{dice.randrange(100):02},"
               f"user{dice.randrange(5000)},request "
               f"{dice.randrange(1_000_000)} of a client took "
               f"{dice.randrange(5000)} ms and was answered")


def quoted(dice):
    """The same, half of them with commas, quotes and newlines in quotes."""
    for row in table(dice):
        front, _, text = row.rpartition(",")
        yield (row if dice.random() < 0.5 else
               f'{front},"{text[:20]}, ""{text[20:30]}""\n{text[30:]}"')


def objects(dice):
    """JSON objects as a cluster writes them."""
    for i in itertools.count():
        yield ('{"ts":"2026-08-01T10:00:00Z","level":"'
               f'{"error" if dice.random() < 0.1 else "info"}","ms":'
               f'{dice.randrange(5000)},"kubernetes":{{"pod":"web-'
               f'{dice.randrange(500)}","namespace":"shop"}},"message":'
               f'"request {i} was \\"answered\\""}}')


KINDS = {f.__name__: f
         for f in (log, ints, prices, keys, words, short, nested, table,
                   quoted, objects)}

# What stands before the records, once.
HEADERS = dict.fromkeys(("table", "quoted"),
                        "id,time,status,amount,user,message\n")


def write(path, kind, n):
    """Make the file at path whole or not at all."""
    dice = random.Random(f"{kind} 1")
    made = KINDS[kind](dice)
    base = [line + "\n" for line in itertools.islice(made, min(n, BASE))]
    with open(path + ".new", "w", encoding="ascii") as out:
        out.write(HEADERS.get(kind, ""))
        whole, rest = divmod(n, BASE)
        for _ in range(whole):
            out.writelines(base)
        out.writelines(base[:rest])
    os.rename(path + ".new", path)


class Store:
    """The files of data in one folder."""

    def __init__(self, folder):
        with open(__file__, "rb") as own:
            version = f"{zlib.crc32(own.read()):08x}"
        self.folder = os.path.join(folder, version)
        os.makedirs(self.folder, exist_ok=True)

    def path(self, kind, n):
        """The file with n records of a kind, made where it is not there."""
        path = os.path.join(self.folder, f"{kind}-{n}")
        if not os.path.exists(path):
            write(path, kind, n)
        return path
