# SPDX-License-Identifier: MIT
"""The table of iterutils(7), Python beside pipeline, is true.

Each row of it is tried on records, what Python makes of them beside what the
pipeline writes. A row that is not known here breaks a law.
"""

import collections
import functools
import itertools
import os
import re

import laws


def product(acc, x):
    return acc * x


def group(key):
    return lambda it: ((key_of, *members) for key_of, members in
                       itertools.groupby(it, key))


def batched(it, n):
    for i, members in itertools.groupby(enumerate(it), lambda e: e[0] // n):
        yield (i, *[member for _, member in members])


def once(function):
    """What gives one value gives one record."""
    return lambda it: [function(it)]


# By the pipeline; a list of results is what a second one gives.
INTEGERS = {
    'take 10': lambda it: itertools.islice(it, 10),
    'islice 2 10 3': lambda it: itertools.islice(it, 2, 10, 3),
    'islice -3:': lambda it: list(it)[-3:],
    'islice ::-1': lambda it: reversed(list(it)),
    'take -s 1': once(next),
    'groupby': group(None),
    "groupby -f 'len(x)'": group(lambda x: len(str(x))),
    "groupby -f 'i // 3'": lambda it: batched(it, 3),
    'groupby -u -c': lambda it: ((n, x) for x, n in
                                 collections.Counter(it).items()),
    'groupby -u -n 1': dict.fromkeys,
    'accumulate': itertools.accumulate,
    'accumulate -f max': lambda it: itertools.accumulate(it, max),
    "accumulate -f 'acc * x'": lambda it: itertools.accumulate(it, product),
    'reduce': once(sum),
    'reduce -f min': once(min),
    'reduce -f max': once(max),
    "reduce -f 'acc * x'": once(lambda it: functools.reduce(product, it)),
    "map 'x**2'": lambda it: (x**2 for x in it),
    "filter 'x > 9'": lambda it: (x for x in it if x > 9),
    "filter 'x % 2'": lambda it: filter(lambda x: x % 2, it),
    "filterfalse 'x % 2'":
        lambda it: itertools.filterfalse(lambda x: x % 2, it),
    "map 'abs(x)'": lambda it: map(abs, it),
    "map 'row[0] * row[1]'": None,
    "takewhile 'x < 100'":
        lambda it: itertools.takewhile(lambda x: x < 100, it),
    "dropwhile 'x < 100'":
        lambda it: itertools.dropwhile(lambda x: x < 100, it),
    "map 'i, x'": enumerate,
    "filter 'int(row[0])'": None,
    "map '(prev[0], x) if i else None'":
        lambda it: zip(*((lambda a: (a, a[1:]))(list(it)))),
    "any 'x > 9'": lambda it: any(x > 9 for x in it),
    "all 'x > 9'": lambda it: all(x > 9 for x in it),
    'chain': iter,
    'flatten': iter,
}

# With two files, a and b.
PAIRS = {
    'chain a b': itertools.chain,
    'product a b': itertools.product,
    'product -r 2 a': lambda a, b: itertools.product(a, repeat=2),
    'zip_longest -s a b': zip,
    'zip_longest a b':
        lambda a, b: itertools.zip_longest(a, b, fillvalue=''),
    'chain --files-from=names':
        lambda a, b: itertools.chain.from_iterable([a, b]),
}

# Without input: the first ten.
ALONE = {
    'range 10': lambda: range(10),
    'range inf': itertools.count,
}


def table():
    """Return the pipelines of the page's table."""
    name = os.path.join(os.environ['SOURCE'], 'man', 'iterutils.7')
    with open(name) as page:
        text = page.read()
    text = text[text.index('Python beside pipeline:'):]
    text = text[:text.index('.El\n')]
    found = []
    for row in text.split('\n'):
        right = row.partition(' Ta ')[2]
        # What is written in roman stands between commands, as a comma.
        found += [command.strip('"') for command in re.findall(
            r'Ic ("[^"]*"|[^" ]+)', right)]
    return [command for command in found if command != '{ }']


def line(value):
    if isinstance(value, tuple):
        return '\t'.join(map(str, value))
    return str(value)


def hold(draw, command, arguments, data, want):
    outcome = laws.run(['sh', '-c', command, *arguments], data,
                       draw.choice(laws.SHARED))
    if isinstance(want, bool):
        laws.same(outcome.status, 0 if want else 1, command)
        want = []
    laws.same(outcome.out.decode(), ''.join(line(value) + '\n'
                                            for value in want), command)
    laws.same(outcome.err, b'', command)


@laws.law
def every_row_is_true(draw):
    commands = table()
    laws.same(len(commands) > 30, True, 'number of rows')
    missing = set(commands) - set(INTEGERS) - set(PAIRS) - set(ALONE)
    laws.same(missing, set(), 'rows that nothing tries')
    command = draw.choice(sorted(set(commands)))
    numbers = [draw.choice((draw.randrange(12), draw.randrange(-200, 300),
                            7, draw.randrange(10**20)))
               for _ in range(draw.randrange(1, 14))]
    data = laws.joined(b'%d' % number for number in numbers)
    if command in ALONE:
        hold(draw, command + ' | take 10', [], b'',
             itertools.islice(ALONE[command](), 10))
    elif command in PAIRS:
        others = [draw.randrange(100) for _ in range(draw.randrange(6))]
        with laws.Operands() as operands:
            names = [operands.add(laws.joined(b'%d' % n for n in some))
                     for some in (numbers, others)]
            names.append(operands.add(laws.joined(names)))
            command = re.sub(r'\ba\b(?= |$)', '"$0"', command)
            command = re.sub(r'\bb$', '"$1"', command)
            hold(draw, command.replace('=names', '="$2"'), names, b'',
                 PAIRS[re.sub(r'"\$0"', 'a', command).replace('"$1"', 'b')](
                     numbers, others))
    elif command == "map 'row[0] * row[1]'":
        pairs = list(zip(numbers, numbers[::-1]))
        hold(draw, command, [], laws.joined(b'%d %d' % pair
                                            for pair in pairs),
             itertools.starmap(product, pairs))
    elif command == "filter 'int(row[0])'":
        bits = [draw.randrange(2) for _ in numbers]
        rows = ['%d %d' % pair for pair in zip(bits, numbers)]
        hold(draw, command, [], laws.joined(row.encode() for row in rows),
             itertools.compress(rows, bits))
    else:
        want = INTEGERS[command](iter(numbers))
        hold(draw, command, [], data, want)


laws.main()
