# SPDX-License-Identifier: MIT
"""--csv and --tsv agree with python's csv module: on what rows are, and fields.

Any bytes are tried. Where the two differ python's side is led around it: a
return that is not before a newline is data here, and ends a row there; so is
NUL, which its older versions refuse.
"""

import collections
import csv
import io
import itertools
import json
import re

import laws

MARK = b'\xef\xbb\xbf'
ALPHABET = b'ab1 "",,;\t\r\n\n\\\0\xff'
AROUND = {'\r': '\x01', '\0': '\x02'}
csv.field_size_limit(1 << 24)


# -------- what rows are --------

def row_pattern(delimiter):
    """Return what matches a row with its end, and nothing that is none."""
    field = rb'(?:"(?:[^"]|"")*"|(?!")[^%s\n]*)' % delimiter
    return re.compile(rb'%s(?:%s%s)*\r?(?:\n|\Z)' % (field, delimiter, field))


class Table:
    """The rows of bytes: raw, where they end and begin, and their fields."""

    def __init__(self, data, delimiter=b','):
        self.data = data
        self.raw, self.ends, self.lines = [], [], []
        self.fault = None
        at = len(MARK) if data.startswith(MARK) else 0
        pattern = row_pattern(delimiter)
        line = 1
        while at < len(data):
            found = pattern.match(data, at)
            if not found:
                self.fault = self._reason(data[at:], delimiter), line
                break
            at = found.end()
            if found.group() in (b'\n', b'\r\n', b'\r'):
                line += 1
                continue
            self.raw.append(re.sub(rb'\n\Z', b'', found.group()))
            self.ends.append(at)
            self.lines.append(line)
            line += found.group().count(b'\n')
        self.fields, strange = python_fields(data, delimiter)
        laws.same(len(self.fields), len(self.raw), 'rows of the model')
        laws.same(strange, self.fault is not None, 'a fault of the model')

    @staticmethod
    def _reason(rest, delimiter):
        begin = rb'(?:(?:"(?:[^"]|"")*"|(?!")[^%s\n]*)%s)*' % (delimiter,
                                                             delimiter)
        if re.fullmatch(begin + rb'"(?:[^"]|"")*', rest):
            return b'a quote is not closed'
        return b'text after a closing quote'


def python_fields(data, delimiter):
    """Return the rows that python has, and whether it has a fault."""
    if data.startswith(MARK):
        data = data[len(MARK):]
    text = re.sub(r'\r(?!\n|\Z)|\0', lambda found: AROUND[found.group()],
                  data.decode('latin-1'))
    back = {there: here for here, there in AROUND.items()}
    rows = []
    try:
        for row in csv.reader(io.StringIO(text, newline=''), strict=True,
                              delimiter=delimiter.decode('latin-1')):
            if row:
                rows.append([re.sub('[\1\2]', lambda found: back[
                    found.group()], field).encode('latin-1')
                             for field in row])
    except csv.Error:
        return rows, True
    return rows, False


def written(rows, delimiter=','):
    """Return rows as python writes them, each with a newline."""
    lines = []
    for row in rows:
        to = io.StringIO()
        # Its line ends are what it puts into quotes.
        csv.writer(to, delimiter=delimiter, lineterminator='\r\n').writerow(
            [field.decode('latin-1') for field in row])
        lines.append(to.getvalue()[:-2].encode('latin-1') + b'\n')
    return b''.join(lines)


def read_tsv(data):
    """Return the rows of TSV that a tool wrote."""
    meanings = {b't': b'\t', b'n': b'\n', b'r': b'\r', b'\\': b'\\'}
    return [[re.sub(rb'\\([tnr\\])', lambda found: meanings[found.group(1)],
                    field) for field in line.split(b'\t')]
            for line in data.split(b'\n')[:-1]]


def write_tsv(rows):
    escapes = {b'\t': b'\\t', b'\n': b'\\n', b'\r': b'\\r', b'\\': b'\\\\'}
    return laws.joined(
        b'\t'.join(re.sub(rb'[\t\n\r\\]',
                          lambda found: escapes[found.group()], field)
                   for field in row)
        for row in rows)


# -------- random rows --------

def soup(draw):
    """Return bytes that may be anything, and more often are rows."""
    if draw.randrange(3) == 0:
        data = bytes(draw.choice(ALPHABET)
                     for _ in range(draw.randrange(40)))
    else:
        data = spelled(draw, some_rows(draw, draw.randrange(6)))
        if draw.randrange(4) == 0 and data:
            at = draw.randrange(len(data))
            data = data[:at] + bytes([draw.choice(ALPHABET)]) + data[at + 1:]
    return (MARK if draw.randrange(8) == 0 else b'') + data


def some_field(draw, alphabet=ALPHABET):
    return bytes(draw.choice(alphabet) for _ in range(draw.randrange(5)))


def some_rows(draw, n, least=1, most=3, alphabet=ALPHABET):
    return [[some_field(draw, alphabet)
             for _ in range(draw.randrange(least, most + 1))]
            for _ in range(n)]


def field_spelled(draw, field, delimiter):
    """Return a field in quotes, or not where it may be so."""
    bare = not re.search(b'[\n\r%s]' % delimiter, field) and field[:1] != b'"'
    if bare and draw.randrange(3):
        return field
    return b'"%s"' % field.replace(b'"', b'""')


def spelled(draw, rows, delimiter=b','):
    """Return rows as bytes, with quotes and ends as programs have them."""
    data = b''
    for row in rows:
        line = delimiter.join(field_spelled(draw, field, delimiter)
                              for field in row)
        if row == [b'']:
            line = b'""'
        data += line + draw.choice((b'\n', b'\n', b'\r\n'))
        data += draw.choice((b'',) * 8 + (b'\n', b'\r\n'))
    if draw.randrange(3) == 0:
        data = re.sub(rb'\n\Z', b'', data)
    return data


def named_rows(draw, names, alphabet=ALPHABET):
    """Return rows that have no more fields than there are names."""
    return [names] + some_rows(draw, draw.randrange(8), most=len(names),
                               alphabet=alphabet)


def padded(row, n):
    return row + [b''] * (n - len(row))


def some_names(draw):
    names = [b'id', b'name', b'unit price', b'a,b', b'x"y', b'two\nlines']
    return draw.sample(names, draw.randrange(1, 5))


def quoted(text):
    """Return text as an expression has it: an escape is a character there."""
    return b"'%s'" % re.sub(rb"[\0-\x1f'\\]", lambda found: b'\\x%02x' % ord(
        found.group()), text)


# -------- laws --------

def faulty(outcome, tool, table, first=0):
    """Hold that a tool says what is wrong with the row after the last."""
    if not table.fault:
        laws.same(outcome.status, 0, 'status')
        laws.same(outcome.err, b'', 'standard error')
        return
    reason, line = table.fault
    laws.same(outcome.status, 1, 'status')
    # A header is no record, and has no number.
    number = len(table.raw) + 1 - first
    place = b'-:%d' % number if number > 0 else b'-'
    laws.same(outcome.err, b'%s: %s (line %d): %s\n' % (
        tool, place, line, reason), 'standard error')


@laws.law
def rows_are_those_of_python(draw):
    delimiter = draw.choice((b',', b',', b';', b'\t', b'a', b'\xff'))
    table = Table(soup(draw).replace(b',', delimiter), delimiter)
    way = draw.choice(laws.SHARED)
    options = ['--csv', '-N'] + (['-t', delimiter] if delimiter != b',' else
                                 [])
    outcome = laws.run(['filter', *options, 'True'], table.data, way)
    laws.same(outcome.out, laws.joined(table.raw))
    faulty(outcome, b'filter', table)
    outcome = laws.run(['map', *options, '--to=tsv', 'row'], table.data, way)
    laws.same(read_tsv(outcome.out), table.fields, 'fields')
    faulty(outcome, b'map', table)
    outcome = laws.run(['chain', *options, '--to=tsv'], table.data, way)
    laws.same(read_tsv(outcome.out), table.fields, 'fields, --to')
    outcome = laws.run(['chain', *options, '--to=csv'], table.data, way)
    laws.same(outcome.out, written(table.fields))


@laws.law
def the_header_is_no_record(draw):
    table = Table(soup(draw))
    n = draw.randrange(5)
    way = draw.choice(laws.SHARED)
    for tool, used in ('take', n), ('islice', n):
        outcome = laws.run([tool, '--csv', used], table.data, way)
        laws.same(outcome.out, laws.joined(table.raw[:n + 1]))
        if len(table.raw) > n:
            # Not a byte more than it needs.
            laws.same(outcome.left, table.data[table.ends[n]:], 'left')
            laws.same(outcome.status, 0, 'status')
        else:
            faulty(outcome, tool.encode(), table, 1)


@laws.law
def a_slice_of_rows_is_one_of_a_list(draw):
    rows = named_rows(draw, [b'id', b'name'])
    table = Table(spelled(draw, rows))
    numbers = [draw.choice(('', '', draw.randrange(-9, 9)))
               for _ in range(2)]
    step = draw.choice(('', 1, 2, 3, -1, -2))
    part = '%s:%s:%s' % (*numbers, step)
    want = table.raw[1:][slice(*(int(number) if number != '' else None
                                 for number in (*numbers, step)))]
    outcome = laws.run(['islice', '--csv', part], table.data,
                       draw.choice(laws.WAYS))
    laws.same(outcome.out, laws.joined(table.raw[:1] + want), part)
    outcome = laws.run(['islice', '--csv', '--to=tsv', part], table.data,
                       draw.choice(laws.WAYS))
    fields = [padded(table.fields[table.raw.index(raw, 1)], 2)
              for raw in want]
    laws.same(read_tsv(outcome.out), [rows[0]] + fields, part + ' --to')


@laws.law
def files_have_one_header(draw):
    names = some_names(draw)
    want, said, files = [], b'', []
    with laws.Operands() as folder:
        for i in range(draw.randrange(1, 4)):
            other = i > 0 and draw.randrange(3) == 0
            rows = named_rows(draw, names)
            if other:
                rows[0] = rows[0] + [b'more']
            table = Table(spelled(draw, rows))
            name = folder.add(table.data)
            files.append(name)
            if other:
                said += (b'chain: %s: the header differs from that of %s: '
                         b'%d columns, not %d\n' % (
                             name, files[0], len(names) + 1, len(names)))
            else:
                want += table.raw[1 if i > 0 else 0:]
        outcome = laws.run(['chain', '--csv', *files])
    laws.same(outcome.out, laws.joined(want))
    laws.same(outcome.err, said, 'standard error')
    laws.same(outcome.status, 1 if said else 0, 'status')


@laws.law
def columns_have_the_fields_that_python_gives_them(draw):
    names = some_names(draw)
    table = Table(spelled(draw, named_rows(draw, names)))
    rows = [padded(row, len(names)) for row in table.fields[1:]]
    at = draw.randrange(len(names))
    text = draw.choice([row[at] for row in rows] or [b''])
    kept = [raw for raw, row in zip(table.raw[1:], rows) if row[at] == text]
    name = draw.choice((b'row[%s]' % quoted(names[at]), b'row[%d]' % at))
    way = draw.choice(laws.WAYS)
    outcome = laws.run(['filter', '--csv', b'%s == %s' % (name, quoted(text))],
                       table.data, way)
    laws.same(outcome.out, laws.joined(table.raw[:1] + kept))
    outcome = laws.run(['filter', '--csv', '-k', names[at],
                        b'x != %s' % quoted(text)], table.data, way)
    laws.same(outcome.out, laws.joined(
        [raw for raw in table.raw if raw not in kept]))


@laws.law
def new_rows_are_written_as_python_does(draw):
    names = some_names(draw)
    table = Table(spelled(draw, named_rows(draw, names)))
    rows = [padded(row, len(names)) for row in table.fields[1:]]
    delimiter = draw.choice((',', ';'))
    options = ['--csv'] + (['--output-delimiter=;'] if delimiter == ';'
                           else [])
    way = draw.choice(laws.WAYS)
    outcome = laws.run(['map', *options, 'row'], table.data, way)
    laws.same(outcome.out, written([names] + rows, delimiter))
    some = [draw.randrange(len(names)) for _ in range(draw.randrange(1, 4))]
    words = ['row[%d]' % at for at in some] + ['i + 1']
    outcome = laws.run(['map', *options, ', '.join(words)], table.data, way)
    laws.same(outcome.out, written(
        [[word.encode() for word in words]] +
        [[row[at] for at in some] + [b'%d' % (i + 1)]
         for i, row in enumerate(rows)], delimiter))
    outcome = laws.run(
        ['map', *options, b"{'n': i, **row, %s: 'x'}" % quoted(names[0])],
        table.data, way)
    laws.same(outcome.out, written(
        [[b'n'] + names] + [[b'%d' % i, b'x'] + row[1:]
                            for i, row in enumerate(rows)], delimiter))
    outcome = laws.run(['take', *options, '--to=csv', 100], table.data, way
                       ) if delimiter == ',' else laws.run(
        ['filter', *options, 'True'], table.data, way)
    laws.same(outcome.out, written([names] + rows, delimiter), 'anew')


@laws.law
def tsv_and_csv_are_the_same_rows(draw):
    names = some_names(draw)
    rows = [padded(row, len(names)) for row in named_rows(draw, names)]
    there = laws.run(['chain', '--csv', '--to=tsv'], spelled(draw, rows))
    laws.same(there.out, write_tsv(rows), 'TSV')
    back = laws.run(['chain', '--tsv', '--to=csv'], there.out)
    laws.same(back.out, written(rows), 'and back')
    way = draw.choice(laws.WAYS)
    passed = laws.run(['filter', '--tsv', 'i % 2'], there.out, way)
    laws.same(passed.out, write_tsv(rows[:1] + rows[2::2]))
    made = laws.run(['map', '--tsv', 'row[::-1]'], there.out, way)
    laws.same(made.out, write_tsv(row[::-1] for row in rows))


@laws.law
def json_has_the_fields_by_their_names(draw):
    names = [name.decode('latin-1').encode() for name in some_names(draw)]
    alphabet = b'ab "",;\t\r\n\\\0\x1f'
    rows = [padded(row, len(names))
            for row in named_rows(draw, names, alphabet)]
    objects = [{name.decode(): field.decode()
                for name, field in zip(names, row)} for row in rows[1:]]
    for command in ['take', 100], ['map', 'row'], ['map', '{**row}']:
        outcome = laws.run([command[0], '--csv', '--to=jsonl', *command[1:]],
                           spelled(draw, rows), draw.choice(laws.WAYS))
        got = [json.loads(line) for line in outcome.out.split(b'\n')[:-1]]
        laws.same(got, objects, 'objects')
    if objects:
        back = laws.run(['filter', '--jsonl', '--to=csv', 'True'],
                        outcome.out)
        laws.same(back.out, written(rows), 'and back')


@laws.law
def a_row_that_is_too_long_is_named(draw):
    rows = [[b'a', b'b']] + some_rows(draw, draw.randrange(1, 6))
    table = Table(spelled(draw, rows))
    long = [i for i, row in enumerate(rows) if len(row) > 2]
    way = draw.choice(laws.SHARED)
    outcome = laws.run(['filter', '--csv', 'b or True'], table.data, way)
    if long:
        laws.same(outcome.err, b'filter: -:%d (line %d): more fields than '
                  b'columns (2); --ragged allows it\n' % (
                      long[0], table.lines[long[0]]), 'standard error')
    laws.same(outcome.out, laws.joined(table.raw[:long[0] if long else
                                                 None]))
    outcome = laws.run(['filter', '--csv', '--ragged', 'b or True'],
                       table.data, way)
    laws.same(outcome.out, laws.joined(table.raw), '--ragged')
    outcome = laws.run(['filter', '--csv', '--invalid=skip', 'b or True'],
                       table.data, way)
    laws.same(outcome.out, laws.joined(
        [raw for i, raw in enumerate(table.raw) if i not in long]), 'skip')


def rows_with_keys(draw):
    """Return rows with a key, a number and anything, and their table."""
    few = [some_field(draw) for _ in range(3)]
    rows = [[b'key', b'n', b'what']] + [
        [draw.choice(few), b'%d' % draw.randrange(-5, 99), some_field(draw)]
        for _ in range(draw.randrange(12))]
    return rows, Table(spelled(draw, rows))


@laws.law
def groups_of_rows_are_those_of_python(draw):
    rows, table = rows_with_keys(draw)
    way = draw.choice(laws.WAYS)
    groups = [(key, list(some)) for key, some in itertools.groupby(
        range(1, len(rows)), lambda i: rows[i][0])]
    counts = [[key, b'%d' % len(some),
               b'%d' % sum(int(rows[i][1]) for i in some)]
              for key, some in groups]
    outcome = laws.run(['groupby', '--csv', '-k', 'key', '-a',
                        'count,sum:n'], table.data, way)
    laws.same(outcome.out, written([[b'key', b'count', b'sum_n']] + counts))
    outcome = laws.run(['groupby', '--csv', '-k', 'key', '-c'], table.data,
                       way)
    laws.same(outcome.out, written(
        [[b'key', b'count']] + [row[:2] for row in counts]), '-c')
    outcome = laws.run(['groupby', '--csv', '-u', '-k', 'key', '-c'],
                       table.data, way)
    counter = collections.Counter(row[0] for row in rows[1:])
    laws.same(outcome.out, written(
        [[b'key', b'count']] + [[key, b'%d' % n]
                                for key, n in counter.items()]), '-u -c')
    outcome = laws.run(['groupby', '--csv', '-k', 'key', '-n', 1],
                       table.data, way)
    laws.same(outcome.out, laws.joined(
        table.raw[:1] + [table.raw[some[0]] for _, some in groups]), '-n')
    first = {row[0]: i for i, row in reversed(list(enumerate(rows))) if i}
    outcome = laws.run(['groupby', '--csv', '-u', '-k', 'key', '-n', 1],
                       table.data, way)
    laws.same(outcome.out, laws.joined(
        [table.raw[i] for i in [0] + sorted(first.values())]), '-u -n')


@laws.law
def commands_get_the_header_first(draw):
    rows, table = rows_with_keys(draw)
    rows = [row for row in rows if b'\0' not in row[0]]
    table = Table(spelled(draw, rows))
    want = b''.join(
        laws.joined(table.raw[:1] + [table.raw[i] for i in some])
        for _, some in itertools.groupby(range(1, len(rows)),
                                         lambda i: rows[i][0]))
    outcome = laws.run(['groupby', '--csv', '-k', 'key', '-x', 'cat'],
                       table.data, draw.choice(laws.WAYS))
    laws.same(outcome.out, want)
    laws.same(outcome.status, 0, 'status')


@laws.law
def totals_are_one_more_column(draw):
    rows, table = rows_with_keys(draw)
    totals = itertools.accumulate(int(row[1]) for row in rows[1:])
    want = [rows[0] + [b'add_n']] + [
        row + [b'%d' % total] for row, total in zip(rows[1:], totals)]
    way = draw.choice(laws.WAYS)
    outcome = laws.run(['accumulate', '--csv', '-p', '-k', 'n'], table.data,
                       way)
    laws.same(python_fields(outcome.out, b','), (want, False))
    outcome = laws.run(['accumulate', '--csv', '--to=csv', '-p', '-k', 'n'],
                       table.data, way)
    laws.same(outcome.out, written(want), 'anew')
    outcome = laws.run(['reduce', '--csv', '-k', 'n'], table.data, way)
    laws.same(outcome.out, b'%d\n' % sum(int(row[1]) for row in rows[1:]))
    bound = draw.randrange(-5, 99)
    for tool, function in ('any', any), ('all', all):
        outcome = laws.run([tool, '--csv', 'n > %d' % bound], table.data,
                           way)
        laws.same(outcome.status, 0 if function(
            int(row[1]) > bound for row in rows[1:]) else 1, tool)


# What to run on rows with the columns key, n and what: by names, by numbers.
COMMANDS = (
    (['accumulate', '-p', '-k', 'n'], ['accumulate', '-p', '-k', 2]),
    (['all', 'n > 40'], ['all', 'row[1] > 40']),
    (['any', 'n > 90'], ['any', 'row[1] > 90']),
    (['chain'], ['chain']),
    (['dropwhile', 'n < 50'], ['dropwhile', 'row[1] < 50']),
    (['filter', 'n > 50'], ['filter', 'row[1] > 50']),
    (['filterfalse', 'n > 50'], ['filterfalse', 'row[1] > 50']),
    (['groupby', '-k', 'key', '-n', 1], ['groupby', '-k', 1, '-n', 1]),
    (['groupby', '-u', '-k', 'key', '-c'], ['groupby', '-u', '-k', 1, '-c']),
    (['islice', '1::2'], ['islice', '1::2']),
    (['map', 'key, n * 2'], ['map', 'row[0], row[1] * 2']),
    (['product'], ['product']),
    (['reduce', '-k', 'n'], ['reduce', '-k', 2]),
    (['take', 3], ['take', 3]),
    (['takewhile', 'n < 50'], ['takewhile', 'row[1] < 50']),
    (['zip_longest', '-'], ['zip_longest', '-']),
)


def objects(rows):
    """Return rows behind their names as JSON Lines."""
    names = [name.decode() for name in rows[0]]
    return laws.joined(
        json.dumps(dict(zip(names, (field.decode() for field in row)))
                   ).encode() for row in rows[1:])


@laws.rarely(4)
def all_formats_give_the_same(draw):
    few = [some_field(draw, b'ab "",;\t\n\\\0') for _ in range(3)]
    rows = [[b'key', b'n', b'what']] + [
        [draw.choice(few), b'%d' % draw.randrange(99), draw.choice(few)]
        for _ in range(draw.randrange(1, 9))]
    ragged = ['--ragged'] * draw.randrange(2)
    for named, numbered in COMMANDS:
        tool, *rest = named
        outcomes = [
            laws.run([tool, *options, '--to=csv', *rest], data)
            for options, data in (
                (['--csv', *ragged], spelled(draw, rows)),
                (['--tsv', *ragged], write_tsv(rows)),
                (['--jsonl'], objects(rows)))]
        header = outcomes[0].out.split(b'\n', 1)[0] + b'\n'
        for other in outcomes[1:]:
            # Where no object passes on there is none to name the columns.
            none = other is outcomes[2] and outcomes[0].out == header
            laws.same(other.out or none * header, outcomes[0].out, tool)
            laws.same(other.status, outcomes[0].status, tool + ': status')
            laws.same(other.err, outcomes[0].err, tool + ': message')
        tool, *rest = numbered
        without = [
            laws.run([tool, *options, '-N', '--to=csv', *rest], data)
            for options, data in (
                (['--csv', *ragged], spelled(draw, rows[1:])),
                (['--tsv', *ragged], write_tsv(rows[1:])))]
        laws.same(without[1].out, without[0].out, tool + ' -N')
        laws.same(without[0].status, outcomes[0].status, tool + ' -N')
        want = outcomes[0].out
        if tool not in ('all', 'any', 'reduce') and want:
            # Names here have neither quotes nor newlines.
            want = want.split(b'\n', 1)[1]
        laws.same(without[0].out, want, tool + ' -N')


@laws.rarely(8)
def rows_are_the_same_however_long(draw):
    rows = [[b'a', b'b']] + some_rows(draw, draw.choice((20, 8000)), most=2)
    for size in draw.sample((65535, 131071, 131072, 131073, 300000), 2):
        text = (b'x', b',', b'\n', b'"', b'x"\r\n')[draw.randrange(5)]
        rows.insert(draw.randrange(1, len(rows)), [text * size, b''])
    table = Table(spelled(draw, rows))
    way = draw.choice(laws.SHARED)
    n = draw.randrange(len(rows))
    outcome = laws.run(['take', '--csv', n], table.data, way)
    laws.same(outcome.out, laws.joined(table.raw[:n + 1]))
    laws.same(outcome.left, table.data[table.ends[n]:], 'left')
    outcome = laws.run(['filter', '--csv', 'b or a'], table.data, way)
    laws.same(outcome.out, laws.joined(
        table.raw[:1] + [raw for raw, row in zip(table.raw[1:], rows[1:])
                         if any(row)]))
    outcome = laws.run(['chain', '--csv', '--to=tsv'], table.data, way)
    laws.same(read_tsv(outcome.out), [padded(row, 2) for row in rows])
    outcome = laws.run(['islice', '--csv', '::-7'], table.data, way)
    laws.same(outcome.out, laws.joined(
        table.raw[:1] + table.raw[1:][::-7]))


# What programs have written that others could not read.
AWKWARD = (
    ('a comma in quotes', b'who,where\nKim,"3 Hill St, Ely"\n',
     [{'who': 'Kim', 'where': '3 Hill St, Ely'}]),
    ('empty fields', b'a,b,c\n1,"",""\n2,,\n', [
        {'a': '1', 'b': '', 'c': ''}, {'a': '2', 'b': '', 'c': ''}]),
    ('empty fields, CRLF', b'a,b,c\r\n1,"",""\r\n2,,\r\n', [
        {'a': '1', 'b': '', 'c': ''}, {'a': '2', 'b': '', 'c': ''}]),
    ('quotes in quotes', b'a,b\n"""so"" he said","x ""y"" z"\n6"" pipe,""\n',
     [{'a': '"so" he said', 'b': 'x "y" z'}, {'a': '6"" pipe', 'b': ''}]),
    ('JSON in a field',
     b'key,what\n1,"{""kind"": ""point"", ""at"": [2.5, -1]}"\n',
     [{'key': '1', 'what': '{"kind": "point", "at": [2.5, -1]}'}]),
    ('newlines', b'a,b\n"one\n\ntwo",3\n"\n","\n\n"\n', [
        {'a': 'one\n\ntwo', 'b': '3'}, {'a': '\n', 'b': '\n\n'}]),
    ('newlines, CRLF', b'a,b\r\n"one\r\n\r\ntwo",3\r\n', [
        {'a': 'one\r\n\r\ntwo', 'b': '3'}]),
    ('quotes and newlines', b'a,b\n1,"ha \n""ha"" \nha"\n3,4\n', [
        {'a': '1', 'b': 'ha \n"ha" \nha'}, {'a': '3', 'b': '4'}]),
    ('a header over two lines', b'"unit\nprice",b\n1,2\n', [
        {'unit\nprice': '1', 'b': '2'}]),
    ('UTF-8 with a mark', MARK + '"a",b\n1,ʤ…😀\n'.encode(), [
        {'a': '1', 'b': 'ʤ…😀'}]),
    ('a mark elsewhere', b'a,b\n' + MARK + b'1,2\n', [
        {'a': '\ufeff1', 'b': '2'}]),
    ('blanks around quotes', b'a,b\n "x" , y \n', [
        {'a': ' "x" ', 'b': ' y '}]),
    ('no last newline', b'a,b\n1,2\n3,"4"', [
        {'a': '1', 'b': '2'}, {'a': '3', 'b': '4'}]),
    ('empty lines', b'\n\na,b\n\n1,2\r\n\r\n\n3,4\n\n', [
        {'a': '1', 'b': '2'}, {'a': '3', 'b': '4'}]),
    ('one column', b'a\n""\n1\n""\n', [{'a': ''}, {'a': '1'}, {'a': ''}]),
    ('short rows', b'a,b,c\n1\n1,2\n', [
        {'a': '1', 'b': '', 'c': ''}, {'a': '1', 'b': '2', 'c': ''}]),
    ('a return alone', b'a,b\n1\r2,3\n', [{'a': '1\r2', 'b': '3'}]),
    ('NUL', b'a,b\n\0,"\0"\n', [{'a': '\0', 'b': '\0'}]),
    ('a header and no row', b'a,b\n', []),
    ('nothing at all', b'', []),
)


@laws.law
def awkward_files_are_read(draw):
    name, data, want = draw.choice(AWKWARD)
    for command in ['map', '--csv', '--to=jsonl', 'row'], [
            'chain', '--csv', '--to=jsonl']:
        outcome = laws.run(command, data, draw.choice(laws.WAYS))
        got = [json.loads(line) for line in outcome.out.split(b'\n')[:-1]]
        laws.same(got, want, name)
        laws.same(outcome.status, 0, name)


laws.main()
