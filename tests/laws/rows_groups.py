# SPDX-License-Identifier: MIT
"""New rows: groups and totals are those of itertools over csv, sums exact.

What a tool makes of a table with a header is read by python's csv module, or
compared with what that writes; rows that pass on have the bytes they had.
"""

import collections
import csv
import decimal
import io
import itertools
import json

import laws

decimal.getcontext().prec = 1000
ALPHABET = 'ab "",,;\n\t\\'
NAMES = ['id', 'unit price', 'a,b', 'x"y', 'two\nlines', 'k:v', '7']


class Table:
    """A table: its names, its rows with all fields, and how they are spelled.

    The last column has numbers, where it is asked for.
    """

    def __init__(self, draw, numbers=False, least=1, few=False):
        self.names = draw.sample(NAMES, draw.randrange(least, 4))
        if numbers:
            self.names.append('n')
        n = len(self.names)
        some = [self.field(draw) for _ in range(3)]
        self.rows, self.raw = [], [self.spelled(draw, self.names)]
        for _ in range(draw.randrange(12)):
            row = [draw.choice(some) if few else self.field(draw)
                   for _ in range(n)]
            if numbers:
                row[-1] = draw.choice(('1', '-2.50', '0.1', '12e2', '+7'))
            elif draw.randrange(4) == 0:
                row = row[:draw.randrange(1, n + 1)]
            self.raw.append(self.spelled(draw, row))
            self.rows.append(row + [''] * (n - len(row)))
        self.data = b''
        for raw in self.raw:
            self.data += raw + draw.choice((b'\n',) * 6 + (b'\n\n',))

    @staticmethod
    def field(draw):
        return ''.join(draw.choice(ALPHABET) for _ in range(draw.randrange(4)))

    @staticmethod
    def spelled(draw, row):
        """Return a row as bytes, perhaps with a return at its end."""
        words = []
        for field in row:
            bare = not set(field) & set(',\n') and field[:1] != '"'
            if len(row) == 1 and not field:
                bare = False
            words.append(field if bare and draw.randrange(3) else
                         '"%s"' % field.replace('"', '""'))
        return (','.join(words) + draw.choice(('', '', '\r'))).encode()


def read(data):
    return list(csv.reader(io.StringIO(data.decode(), newline='')))


def written(rows):
    """Return rows as python writes them, each with a newline."""
    to = io.StringIO()
    csv.writer(to, lineterminator='\n').writerows(rows)
    return to.getvalue().encode()


def plain(number):
    """Return a number as the tools write it."""
    return '{:f}'.format(decimal.Decimal(number))


def total(words):
    """Return the sum of numbers as the tools write it."""
    numbers = [decimal.Decimal(word) for word in words]
    places = max(max(0, -number.as_tuple().exponent) for number in numbers)
    return '{:.{}f}'.format(sum(numbers), places)


def keyed(draw, table):
    """Return options that say what the key is, its names, and a function."""
    n = len(table.names)
    if draw.randrange(4) == 0:
        return [], table.names, tuple
    at = [draw.randrange(n) for _ in range(draw.randrange(1, 3))]
    words = []
    for i in at:
        words += ['-k', draw.choice((table.names[i], str(i + 1)))
                  if '7' not in table.names else table.names[i]]
    return words, [table.names[i] for i in at], lambda row: tuple(
        row[i] for i in at)


def groups_of(draw, table, key):
    """Return -u or nothing, and pairs of a key and the indices of its rows."""
    if draw.randrange(2):
        found = [(k, list(group)) for k, group in itertools.groupby(
            range(len(table.rows)), lambda i: key(table.rows[i]))]
        return [], found
    found = collections.OrderedDict()
    for i, row in enumerate(table.rows):
        found.setdefault(key(row), []).append(i)
    return ['-u'], list(found.items())


# -------- groupby --------

@laws.law
def groups_are_counted_as_python_does(draw):
    table = Table(draw, few=True)
    words, names, key = keyed(draw, table)
    unsorted, groups = groups_of(draw, table, key)
    outcome = laws.run(['groupby', '--csv', '-c'] + unsorted + words,
                       table.data, draw.choice(laws.WAYS))
    laws.same(outcome.out, written(
        [list(names) + ['count']] +
        [list(k) + [str(len(group))] for k, group in groups]))
    laws.same(outcome.err, b'', 'standard error')


@laws.law
def values_of_groups_are_those_of_python(draw):
    table = Table(draw, numbers=True, few=True)
    words, names, key = keyed(draw, table)
    unsorted, groups = groups_of(draw, table, key)
    other = draw.randrange(len(table.names))
    f = table.names[other]
    if '7' in table.names:
        other, f = len(table.names) - 1, 'n'
    items = ['count', 'sum:n', 'min:n', 'distinct:' + f, 'list:' + f,
             'last:' + f]
    want = []
    for k, group in groups:
        rows = [table.rows[i] for i in group]
        numbers = [row[-1] for row in rows]
        values = [row[other] for row in rows]
        want.append(list(k) + [
            str(len(rows)), total(numbers),
            plain(min(numbers, key=decimal.Decimal)),
            str(len(set(values))), ','.join(values), values[-1]])
    told = [item.replace(':', '_', 1) for item in items]
    way = draw.choice(laws.WAYS)
    command = ['groupby', '--csv', '-a', ','.join(items)] + unsorted + words
    outcome = laws.run(command, table.data, way)
    laws.same(outcome.out, written([list(names) + told] + want))
    if len(set(names)) < len(names):
        return
    outcome = laws.run(command + ['--to=jsonl'], table.data, way)
    got = [json.loads(line, parse_float=str, parse_int=str)
           for line in outcome.out.split(b'\n')[:-1]]
    laws.same(got, [dict(zip(list(names) + told, row)) for row in want])


@laws.law
def the_first_of_a_group_keeps_its_bytes(draw):
    table = Table(draw, few=True)
    words, _, key = keyed(draw, table)
    unsorted, groups = groups_of(draw, table, key)
    n = draw.randrange(3)
    kept = sorted(i for _, group in groups for i in group[:n])
    outcome = laws.run(['groupby', '--csv', '-n', n] + unsorted + words,
                       table.data, draw.choice(laws.WAYS))
    laws.same(outcome.out, laws.joined(
        table.raw[:1] + [table.raw[i + 1] for i in kept]))


# -------- accumulate, reduce --------

@laws.law
def totals_stand_behind_their_rows(draw):
    table = Table(draw, numbers=True)
    way = draw.choice(laws.WAYS)
    want, sums = [], []
    for i, raw in enumerate(table.raw):
        ends = b'\r' if raw[-1:] == b'\r' else b''
        if i > 0:
            sums.append(total([row[-1] for row in table.rows[:i]]))
        want.append(raw[:len(raw) - len(ends)] + b',' +
                    (sums[-1].encode() if i > 0 else b'add_n') + ends)
    outcome = laws.run(['accumulate', '--csv', '-p', '-k', 'n'], table.data,
                       way)
    laws.same(outcome.out, laws.joined(want))
    outcome = laws.run(['accumulate', '--csv', '-k', 'n'], table.data, way)
    laws.same(outcome.out, laws.joined(word.encode() for word in sums))
    outcome = laws.run(['reduce', '--csv', '-k', 'n'], table.data, way)
    laws.same(outcome.out, (sums[-1] if sums else '0').encode() + b'\n')


@laws.law
def short_rows_have_their_totals_in_its_column(draw):
    table = Table(draw)
    outcome = laws.run(['accumulate', '--csv', '-p', '-f', 'count'],
                       table.data, draw.choice(laws.WAYS))
    laws.same(read(outcome.out), [table.names + ['count']] + [
        row + [str(i + 1)] for i, row in enumerate(table.rows)])
    outcome = laws.run(['accumulate', '--csv', '-p', '-f',
                        "acc + '|' + row[0]", '-I', 'x', '--to=csv'],
                       table.data)
    sums = list(itertools.accumulate(
        ['x'] + ['|' + row[0] for row in table.rows]))
    rows = [[''] * len(table.names)] + table.rows
    laws.same(outcome.out, written(
        [table.names + ["acc + '|' + row[0]"]] +
        [row + [acc] for row, acc in zip(rows, sums)]))


# -------- product, zip_longest --------

def several(draw, folder):
    tables = [Table(draw) for _ in range(draw.randrange(2, 4))]
    return tables, [folder.add(table.data) for table in tables]


def side_by_side(rows):
    return [field for row in rows for field in row]


def expect(draw, command, tables, rows, names):
    """Hold that a command writes these rows under these names."""
    outcome = laws.run(command)
    laws.same(read(outcome.out), [names] + rows)
    laws.same(outcome.status, 0, 'status')
    if len(set(names)) == len(names):
        outcome = laws.run(command + ['--to=jsonl'])
        laws.same([json.loads(line) for line in outcome.out.split(b'\n')[:-1]],
                  [dict(zip(names, row)) for row in rows])


@laws.law
def rows_of_a_product_have_all_columns(draw):
    with laws.Operands() as folder:
        tables, files = several(draw, folder)
        times = draw.choice((1, 1, 2))
        if times == 2:
            tables, files = tables[:1], files[:1]
        names = side_by_side(table.names for table in tables) * times
        rows = [side_by_side(choice) for choice in itertools.product(
            *[table.rows for table in tables], repeat=times)]
        expect(draw, ['product', '--csv', '-r', times] + files, tables, rows,
               names)


@laws.law
def rows_side_by_side_have_all_columns(draw):
    with laws.Operands() as folder:
        tables, files = several(draw, folder)
        names = side_by_side(table.names for table in tables)
        value = Table.field(draw)
        fill = [[value] * len(table.names) for table in tables]
        rows = [side_by_side(row or filled for row, filled in zip(choice, fill))
                for choice in itertools.zip_longest(
                    *[table.rows for table in tables])]
        expect(draw, ['zip_longest', '--csv', '-F', value] + files, tables,
               rows, names)
        rows = [side_by_side(choice) for choice in zip(
            *[table.rows for table in tables])]
        expect(draw, ['zip_longest', '--csv', '-s'] + files, tables, rows,
               names)


@laws.law
def each_dash_takes_the_next_row(draw):
    table = Table(draw)
    times = draw.randrange(1, 4)
    rows = [side_by_side(table.rows[i:i + times])
            for i in range(0, len(table.rows), times)]
    width = times * len(table.names)
    outcome = laws.run(['zip_longest', '--csv'] + ['-'] * times, table.data,
                       draw.choice(laws.SHARED))
    laws.same(read(outcome.out), [table.names * times] + [
        row + [''] * (width - len(row)) for row in rows])


laws.main()
