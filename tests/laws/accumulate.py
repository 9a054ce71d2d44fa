# SPDX-License-Identifier: MIT
"""accumulate does as itertools.accumulate does on decimal.Decimal."""

import decimal
import itertools
import operator
import re

import laws

# All digits that there can be here, so that nothing is rounded.
decimal.getcontext().prec = 20000
decimal.getcontext().Emax = decimal.MAX_EMAX
decimal.getcontext().Emin = decimal.MIN_EMIN

NUMBER = re.compile(rb'[ \t]*[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d{1,6})?[ \t]*')


def first_least(total, value):
    return value if value < total else total


def first_greatest(total, value):
    return value if value > total else total


FUNCTIONS = {'add': operator.add, 'mul': operator.mul, 'min': first_least,
             'max': first_greatest, 'count': None}


def number(text):
    """Read a number; 1e3 is 1000 from then on, and has no fraction."""
    value = decimal.Decimal(text.strip())
    if value.as_tuple().exponent > 0:
        value = value.quantize(decimal.Decimal(1))
    return value


def canonical(value):
    """Write a Decimal as iterutils(7) has it."""
    text = format(value, 'f')
    return text.lstrip('-') if value == 0 else text


def invent(draw):
    """Return the text of a random number."""
    digits = draw.choice((1, 1, 2, 3, 5, 9, 17, 18, 19, 20, 38, 39, 40, 70))
    text = ''.join(draw.choice(draw.choice(('9', '0', '0123456789')))
                   for _ in range(digits))
    point = draw.choice((0, 0, 0, 1, 2, 2, draw.randrange(digits + 1)))
    if point:
        text = text[:-point] + '.' + text[-point:]
    elif not draw.randrange(8):
        text += '.'
    if not draw.randrange(6):
        text += '%s%d' % (draw.choice(('e', 'E', 'e+', 'e-', 'e-0')),
                          draw.randrange(40))
    return draw.choice(('', '', '+', '-', '-', ' ', '\t-')) + text + \
        draw.choice(('', '', ' ', '\t'))


def spoil(draw, text):
    """Change a letter of a number, which may or may not be one then."""
    at = draw.randrange(len(text) + 1)
    other = text[:at] + draw.choice('0.eE+-, \t\r_xn') + \
        text[at + draw.randrange(2):]
    # Not a megabyte of zeros.
    large = re.search(r'[eE][-+]?\d{4}', other)
    return text if large or draw.randrange(2) else other


def accumulated(values, word, initial=None):
    """Return the totals as text."""
    if word == 'count':
        values = [decimal.Decimal(1) for _ in values]
    totals = list(values)
    if initial is not None:
        totals.insert(0, initial)
    return [canonical(total).encode() for total in
            itertools.accumulate(totals, FUNCTIONS[word] or operator.add)]


def some_numbers(draw, most=12):
    texts = [invent(draw) for _ in range(draw.randrange(most))]
    return texts, [number(text) for text in texts]


@laws.law
def totals_are_pythons(draw):
    texts, values = some_numbers(draw)
    word = draw.choice(list(FUNCTIONS))
    command = ['accumulate', '-f', word]
    initial = None
    if draw.randrange(2):
        text = invent(draw).strip()
        initial = number(text)
        command += ['-I', text]
    end = b'\n'
    if draw.randrange(2):
        command.append('-z')
        end = b'\0'
    data = laws.joined([text.encode() for text in texts], end)
    outcome = laws.run(command, data, draw.choice(laws.WAYS))
    laws.same(outcome.out,
              laws.joined(accumulated(values, word, initial), end))
    laws.same(outcome.err, b'')
    laws.same(outcome.status, 0, 'status')


@laws.law
def groups_start_again(draw):
    texts, values = some_numbers(draw)
    # Fields between colons, so that a number may have blanks.
    keys = [draw.choice('ab') for _ in texts]
    word = draw.choice(list(FUNCTIONS))
    records = [('%s:%s:x' % pair).encode() for pair in zip(keys, texts)]
    data = laws.joined(records)
    how, joint = draw.choice((
        (['-t:', '-k2', '-b1'], b':'),
        (['-t', ':', '--key=2', '--by', '1,3'], b':'),
        (['-t\\x3a', '-k2', '-b1', '--output-delimiter=\\t'], b'\t'),
        (['-e', '^(?<key>.):([^:]*)', '-k2', '-bkey'], b'\t'),
        (['--regexp=(.):([^:]*)', '-k', '2', '-b', '1-1'], b'\t'),
    ))
    initial = invent(draw).strip() if draw.randrange(2) else None
    if initial is not None:
        how += draw.choice((['-I', initial], ['--initial=' + initial]))
    start = number(initial) if initial is not None else None
    totals, appended = [], []
    groups = [[members for members in group] for _, group in
              itertools.groupby(zip(keys, values, records),
                                operator.itemgetter(0))]
    for group in groups:
        some = accumulated([value for _, value, _ in group], word, start)
        totals += some
        if start is not None:
            appended.append(joint + some.pop(0))
        appended += [record + joint + total for (_, _, record), total in
                     zip(group, some)]
    command = ['accumulate', '-f', word] + how
    outcome = laws.run(command, data, draw.choice(laws.WAYS_Z))
    laws.same(outcome.out, laws.joined(totals))
    outcome = laws.run(command + ['-p'], data, draw.choice(laws.WAYS_Z))
    laws.same(outcome.out, laws.joined(appended))


EXPRESSIONS = {
    'acc + x': lambda acc, x: acc + x,
    'acc * 2 - x': lambda acc, x: acc * 2 - x,
    'x if abs(x) > abs(acc) else acc':
        lambda acc, x: x if abs(x) > abs(acc) else acc,
    'max(acc, x) - min(acc, x)': lambda acc, x: max(acc, x) - min(acc, x),
}


@laws.law
def an_expression_is_a_function(draw):
    texts, values = some_numbers(draw)
    word = draw.choice(list(EXPRESSIONS))
    command = ['accumulate', '--func=' + word]
    totals = list(values)
    if draw.randrange(2):
        command += ['-I', texts[0].strip() if texts else '0']
        totals.insert(0, number(texts[0]) if texts else decimal.Decimal(0))
    outcome = laws.run(command, laws.joined(
        [text.encode() for text in texts]), draw.choice(laws.WAYS_Z))
    got = [decimal.Decimal(line.decode().strip()) for line in
           outcome.out.split(b'\n')[:-1]]
    # What was not computed with is written as it was spelled.
    laws.same(got, list(itertools.accumulate(totals, EXPRESSIONS[word])))
    laws.same((outcome.status, outcome.err), (0, b''), 'status')


@laws.law
def what_is_a_number_is_known(draw):
    records = [spoil(draw, invent(draw)).encode() for _ in range(6)]
    good = [record for record in records if NUMBER.fullmatch(record)]
    totals = accumulated([number(record.decode())
                          for record in good], 'add')
    data = laws.joined(records)

    outcome = laws.run(['accumulate', '--invalid=skip'], data)
    laws.same(outcome.out, laws.joined(totals))
    laws.same(outcome.status, 0, 'status')
    bad = len(records) - len(good)
    laws.same(outcome.err, b'' if bad == 0 else
              b'accumulate: %d record%s left out: --invalid=skip\n' % (
                  bad, b'' if bad == 1 else b's'))

    outcome = laws.run(['accumulate', '--invalid=pass'], data)
    left = iter(totals)
    laws.same(outcome.out, laws.joined(
        next(left) if NUMBER.fullmatch(record) else record
        for record in records))

    # A file then stands behind the record that is at fault.
    outcome = laws.run(['accumulate'], data, 'file')
    before = len(records)
    if bad:
        before = [bool(NUMBER.fullmatch(record))
                  for record in records].index(False)
    laws.same(outcome.out, laws.joined(totals[:before]))
    laws.same(outcome.left, laws.joined(records[before + 1:]), 'left')
    laws.same(outcome.status, 1 if bad else 0, 'status')


@laws.law
def a_product_has_all_digits(draw):
    n = draw.randrange(1, 60)
    factors = [draw.randrange(10 ** draw.randrange(1, 40)) + 1
               for _ in range(n)]
    data = laws.joined([b'%d' % factor for factor in factors])
    outcome = laws.run(['accumulate', '-f', 'mul'], data)
    values = [decimal.Decimal(factor) for factor in factors]
    laws.same(outcome.out, laws.joined(accumulated(values, 'mul')))


laws.main()
