# SPDX-License-Identifier: MIT
"""Numbers and text are laid out as by Python's format."""

import decimal
import re

import laws

decimal.getcontext().prec = 500
decimal.getcontext().rounding = decimal.ROUND_HALF_EVEN

BATCH = 100
SPEC = re.compile(r'(?:(.)?([<>^=]))?([-+ ]?)(0?)(\d*)(,?)(?:\.(\d+))?'
                  r'([dfsxob]?)', re.DOTALL)
WORDS = 'a', 'é', '€', '𝄞', ' ', '1', '0', '-', '\u0301'


def invent(draw):
    """Return a random spec, most of the time one that makes sense."""
    spec = ''
    if draw.randrange(2):
        spec += draw.choice(('', '', '*', 'é', '€', '𝄞', '0', '<', ' '))
        spec += draw.choice('<>^=')
    spec += draw.choice(('', '', '+', '-', ' '))
    spec += draw.choice(('', '', '0'))
    spec += draw.choice(('', str(draw.randrange(1, 50))))
    spec += draw.choice(('', '', ','))
    spec += draw.choice(('', '', '.%d' % draw.randrange(25)))
    spec += draw.choice(('', 'd', 'f', 's', 'x', 'o', 'b'))
    return spec


def number(draw):
    """Return the text of a random number."""
    text = str(draw.randrange(10 ** draw.choice((1, 3, 6, 18, 19, 20, 60))))
    point = draw.choice((0, 0, 1, 2, 7, 20))
    if point:
        text = (point + 1 - len(text)) * '0' + text
        text = text[:-point] + '.' + text[-point:]
    if draw.randrange(2) and text.strip('0.'):
        text = '-' + text
    return text


def laid_out(spec, text):
    """Return what format makes of a number; '!' where it refuses."""
    fill, align, sign, zero, width, comma, precision, kind = \
        SPEC.fullmatch(spec).groups()
    value = decimal.Decimal(text)
    if kind == 's' or (precision and kind != 'f'):
        return '!'
    if kind in tuple('dxob'):
        if value != int(value):
            return '!'
        value = int(value)
        return refused_or(lambda: format(value, spec))
    # Decimal's format has no '=' with groups of any other fill than 0, so
    # what is padded is told apart from what is written.
    if kind == 'f':
        quantum = decimal.Decimal((0, (1,), -int(precision or 6)))
        value = value.quantize(quantum)
    body = format(abs(value), ',f' if comma else 'f')
    if value < 0:
        prefix = '-'
    else:
        prefix = sign if sign in ('+', ' ') else ''
    if fill is None:
        fill = '0' if zero else ' '
    align = align or ('=' if zero else '>')
    least = int(width or 0)
    if comma and align == '=' and fill == '0':
        while len(prefix + body) < least:
            whole, point, fraction = body.partition('.')
            whole = '0' + whole
            if len(whole.split(',')[0]) > 3:
                whole = whole[0] + ',' + whole[1:]
            body = whole + point + fraction
    lack = max(0, least - len(prefix + body))
    if align == '=':
        return prefix + lack * fill + body
    before = {'<': 0, '>': lack, '^': lack // 2}[align]
    return before * fill + prefix + body + (lack - before) * fill


def refused_or(layout):
    try:
        return layout()
    except ValueError:
        return '!'


def compare(wanted):
    """As laws.compare, where '!' is any reason."""
    answers = laws.computed(wanted)
    laws.same(len(answers), len(wanted), 'answers')
    for (question, want), got in zip(wanted.items(), answers):
        laws.same('!' if got.startswith('!') else got, want, repr(question))


@laws.law
def numbers_are_laid_out(draw):
    wanted = {}
    for _ in range(BATCH):
        spec, text = invent(draw), number(draw)
        wanted['format', spec, text] = laid_out(spec, text)
    compare(wanted)


@laws.law
def integers_are_laid_out_as_int(draw):
    wanted = {}
    for _ in range(BATCH):
        spec, value = invent(draw), int(decimal.Decimal(number(draw)))
        if spec.endswith('f') or spec.endswith('s'):
            continue
        wanted['format', spec, value] = refused_or(
            lambda: format(value, spec))
    compare(wanted)


@laws.law
def text_is_laid_out(draw):
    wanted = {}
    for _ in range(BATCH):
        spec = invent(draw)
        text = ''.join(draw.choice(WORDS) for _ in range(draw.randrange(30)))
        fill, align, sign, zero, _, comma, _, kind = \
            SPEC.fullmatch(spec).groups()
        if kind not in ('', 's') or sign or comma or align == '=' or \
                (zero and fill is None and kind == ''):
            want = '!'
        else:
            want = refused_or(lambda: format(text, spec))
        wanted['format_text', spec, text] = want
    compare(wanted)


laws.main()
