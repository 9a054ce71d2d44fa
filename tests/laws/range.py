# SPDX-License-Identifier: MIT
"""range is range, of integers of any size and of decimals."""

import decimal
import itertools

import laws

# How many numbers a law looks at: past some blocks of lines.
MOST = 60000

# As many digits as any number here has.
decimal.getcontext().prec = 200


def integer(draw):
    """Return one that is small, near a power of ten, or long."""
    kind = draw.randrange(4)
    if kind == 0:
        value = draw.randrange(20)
    elif kind == 1:
        value = 10 ** draw.randrange(30) + draw.randrange(-9, 10)
    elif kind == 2:
        value = draw.randrange(10 ** draw.randrange(1, 12))
    else:
        value = draw.randrange(10 ** draw.randrange(1, 60))
    return -value if draw.randrange(2) else value


def stride(draw):
    """Return a step that is plain, round, or anything else but 0."""
    kind = draw.randrange(4)
    if kind == 0:
        value = draw.choice((1, 1, 2, 3, 5, 7, 16, 125, 625))
    elif kind == 1:
        value = draw.choice((1, 2, 5, 25)) * 10 ** draw.randrange(20)
    elif kind == 2:
        value = draw.randrange(1, 10 ** draw.randrange(1, 12))
    else:
        value = abs(integer(draw)) or 1
    return -value if draw.randrange(2) else value


def numbers(draw):
    """Return start, stop and step, and not too many numbers."""
    start, step = integer(draw), stride(draw)
    if draw.randrange(4) == 0:
        # Across 0, or where there is one digit less.
        start = draw.choice((0, 10 ** draw.randrange(12)))
        start -= step * draw.randrange(MOST)
    n = draw.choice((0, 1, 2, 100, draw.randrange(MOST)))
    stop = start + n * step
    if abs(step) > 1:
        stop += draw.randrange(-abs(step) + 1, abs(step))
    return start, stop, step


def spelled(draw, n):
    """Return an integer as it may be typed."""
    word = '%d' % abs(n)
    kind = draw.randrange(6)
    if kind == 0:
        word = '{:_}'.format(abs(n))
    elif kind == 1:
        word = '0' * draw.randrange(4) + word
    sign = '-' if n < 0 else draw.choice(('', '', '+'))
    return sign + word


def fraction(n, scale):
    return decimal.Decimal(n).scaleb(-scale)


def typed(draw, value):
    """Return a decimal as it may be typed."""
    if draw.randrange(4) == 0:
        sign, digits, exponent = value.as_tuple()
        return '%s%se%d' % ('-' if sign else '',
                            ''.join(map(str, digits)), exponent)
    word = '{:f}'.format(value)
    if draw.randrange(2):
        word = word.replace('0.', '.', 1) if word.lstrip('-').startswith(
            '0.') else word
    return word


def hold(draw, words, want):
    outcome = laws.run(['range'] + words, b'', draw.choice(('pipe', 'pipe -z')))
    laws.same(outcome.out, laws.joined(str(each).encode() for each in want))
    laws.same((outcome.status, outcome.err), (0, b''), 'status')


@laws.law
def is_range(draw):
    start, stop, step = numbers(draw)
    words = [spelled(draw, n) for n in (start, stop, step)]
    if draw.randrange(3) == 0:
        step = 1
        words = words[:2]
        stop = start + draw.randrange(MOST)
        words[1] = spelled(draw, stop)
    hold(draw, words, range(start, stop, step))


@laws.law
def is_range_from_0(draw):
    stop = draw.choice((-3, 0, 1, 10, 11, draw.randrange(4 * MOST)))
    hold(draw, [spelled(draw, stop)], range(stop))


@laws.law
def is_range_of_decimals(draw):
    """Of integers, divided; a longer fraction of STOP is only compared."""
    start, stop, step = numbers(draw)
    scale = draw.randrange(1, 9)
    # What Decimal.scaleb writes with an exponent is left out.
    values = [n for n in range(start, stop, step)]
    words = [typed(draw, fraction(n, scale)) for n in (start, stop, step)]
    if draw.randrange(2):
        # Less than a unit past the last digit.
        more = draw.randrange(1, 1000)
        words[1] = '{:f}'.format(fraction(stop, scale) +
                                 fraction(more, scale + 3))
        past = stop + fraction(more, 3)
        values = []
        for n in itertools.count(start, step):
            if n >= past if step > 0 else n <= past:
                break
            values.append(n)
    hold(draw, words, ('{:f}'.format(fraction(n, scale)) if n else
                 '0.' + '0' * scale for n in values))


@laws.law
def has_the_longer_fraction(draw):
    start = fraction(draw.randrange(-99, 100), draw.randrange(4))
    step = fraction(draw.randrange(1, 100), draw.randrange(4))
    want, value = [], start
    while value < 50:
        # Adding is what makes Python's fraction the longer one.
        want.append(value + step - step)
        value += step
    hold(draw, ['{:f}'.format(start), '50', '{:f}'.format(step)],
         ('{:f}'.format(abs(each) if not each else each) for each in want))


@laws.law
def never_ends(draw):
    start, _, step = numbers(draw)
    n = draw.choice((0, 1, 10, draw.randrange(MOST)))
    outcome = laws.run(['sh', '-c', 'range %d %s %d | take %d' % (
        start, 'inf' if step > 0 else '-inf', step, n)])
    want = itertools.islice(itertools.count(start, step), n)
    laws.same(outcome.out, laws.joined(b'%d' % each for each in want))
    outcome = laws.run(['range', start, '-inf' if step > 0 else 'inf', step])
    laws.same(outcome.out, b'')


laws.main()
