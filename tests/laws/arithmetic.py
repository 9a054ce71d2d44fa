# SPDX-License-Identifier: MIT
"""Numbers are computed as by decimal.Decimal, fractions and int."""

import decimal
import fractions
import math

import laws

# All digits that there can be here, so that nothing is rounded but by us.
EXACT = decimal.Context(prec=20000, Emax=decimal.MAX_EMAX,
                        Emin=decimal.MIN_EMIN)
ROUNDED = decimal.Context(prec=34, Emax=decimal.MAX_EMAX,
                          Emin=decimal.MIN_EMIN,
                          rounding=decimal.ROUND_HALF_EVEN)
BATCH = 60

# Where machine words end, and what is counted in tens.
EDGES = [2 ** 31, 2 ** 53, 2 ** 62, 2 ** 63, 2 ** 64, 2 ** 126, 2 ** 127,
         2 ** 128, 10 ** 17, 10 ** 18, 10 ** 19, 10 ** 34, 10 ** 35,
         10 ** 36, 10 ** 38, 10 ** 39]


def written(value, scale=0):
    """Write a Decimal, with at least so many digits behind the point."""
    value = EXACT.create_decimal(value)
    scale = max(scale, -value.as_tuple().exponent, 0)
    text = format(EXACT.quantize(value, decimal.Decimal((0, (1,), -scale))),
                  'f')
    return text.lstrip('-') if value == 0 else text


def integer(draw):
    """Return the size of an integer: small, any, or near an edge."""
    return draw.choice((
        lambda: draw.randrange(12),
        lambda: draw.randrange(1000),
        lambda: draw.randrange(10 ** draw.randrange(1, 45)),
        lambda: draw.choice(EDGES) + draw.randrange(-2, 3),
        lambda: 2 ** draw.randrange(140) * 5 ** draw.randrange(4),
        lambda: 10 ** draw.randrange(40) * draw.randrange(1, 100),
        lambda: 10 ** draw.randrange(80) - 1,
    ))()


def number(draw, scales=(0, 0, 0, 1, 2, 2, 3, 9, 17, 18, 19, 20, 40)):
    """Return a random Decimal."""
    digits = tuple(int(digit) for digit in str(integer(draw)))
    return decimal.Decimal((draw.randrange(2), digits, -draw.choice(scales)))


def scale_of(value):
    return max(0, -value.as_tuple().exponent)


def floored(a, b):
    """Return // and % of two numbers, with the sign of the divisor."""
    quotient = math.floor(fractions.Fraction(a) / fractions.Fraction(b))
    rest = EXACT.subtract(a, EXACT.multiply(b, decimal.Decimal(quotient)))
    return decimal.Decimal(quotient), rest


def divided(a, b):
    """Return a / b as it is written."""
    ratio = fractions.Fraction(a) / fractions.Fraction(b)
    below = ratio.denominator
    for factor in (2, 5):
        while below % factor == 0:
            below //= factor
    ideal = max(0, scale_of(a) - scale_of(b))
    if below != 1:
        return written(ROUNDED.divide(a, b))
    return written(EXACT.divide(a, b).normalize(EXACT), ideal)


@laws.law
def sums_differences_and_products(draw):
    wanted = {}
    for _ in range(BATCH):
        a, b = number(draw), number(draw)
        f, g = written(a), written(b)
        scale = max(scale_of(a), scale_of(b))
        wanted['+', f, g] = written(EXACT.add(a, b), scale)
        wanted['-', f, g] = written(EXACT.subtract(a, b), scale)
        wanted['-', f, 'same'] = written(decimal.Decimal(0), scale_of(a))
        wanted['+', f, 'same'] = written(EXACT.add(a, a), scale_of(a))
        wanted['*', f, g] = written(EXACT.multiply(a, b))
        wanted['*', f, 'same'] = written(EXACT.multiply(a, a))
        wanted['negate', f] = written(EXACT.minus(a))
        wanted['abs', f] = written(a.copy_abs())
        wanted['sign', f] = str((a > 0) - (a < 0))
    laws.compare(wanted)


@laws.law
def quotients(draw):
    wanted = {}
    for _ in range(BATCH):
        a, b = number(draw), number(draw)
        f, g = written(a), written(b)
        if b == 0:
            for name in ('/', '//', '%'):
                wanted[name, f, g] = '!division by zero'
            continue
        quotient, rest = floored(a, b)
        wanted['/', f, g] = divided(a, b)
        wanted['//', f, g] = written(quotient)
        wanted['%', f, g] = written(rest, max(scale_of(a), scale_of(b)))
        if a != 0:
            wanted['/', f, 'same'] = '1'
            wanted['//', f, 'same'] = '1'
            wanted['%', f, 'same'] = written(decimal.Decimal(0), scale_of(a))
    laws.compare(wanted)


@laws.law
def divisions_next_to_a_half(draw):
    """What is nearly a tie at the last digit is rounded to the right side."""
    wanted = {}
    for _ in range(BATCH):
        b = decimal.Decimal(draw.choice((3, 7, 11, 13, 2 ** 63 - 1, 2 ** 61,
                                         10 ** 40 + 1, integer(draw) + 1)))
        digits = draw.randrange(10 ** 33, 10 ** 34) * 10 + 5
        a = EXACT.add(EXACT.multiply(b, decimal.Decimal(digits)),
                      decimal.Decimal(draw.randrange(-2, 3)))
        a = a.scaleb(-draw.randrange(60), EXACT)
        wanted['/', written(a), written(b)] = divided(a, b)
    laws.compare(wanted)


@laws.law
def powers(draw):
    wanted = {}
    for _ in range(BATCH):
        a = number(draw, (0, 0, 1, 2, 9))
        n = draw.choice((0, 1, 2, 3, 5, 17, 62, 63, 64, 100))
        f = written(a)
        power = EXACT.power(a, n) if n and a else decimal.Decimal(int(n == 0))
        scale = scale_of(a) * n
        wanted['**', f, n] = written(power, scale)
        wanted['**', f, '%d.00' % n] = written(power, scale)
        if a == 0 and n > 0:
            wanted['**', f, -n] = '!0 to a negative power'
        elif n > 0:
            exact = decimal.Decimal((power.as_tuple().sign,
                                     power.as_tuple().digits,
                                     power.as_tuple().exponent))
            wanted['**', f, -n] = divided(decimal.Decimal(1), exact)
    laws.compare(wanted)


@laws.law
def roots(draw):
    wanted = {}
    for _ in range(BATCH):
        a = number(draw).copy_abs()
        scale = (scale_of(a) + 1) // 2
        wanted['sqrt', written(a)] = written(
            a.sqrt(ROUNDED), scale if a.sqrt(ROUNDED) ** 2 == a else 0)
        square = EXACT.multiply(a, a)
        wanted['sqrt', written(square)] = written(a)
        more = EXACT.add(square, decimal.Decimal((0, (1,), -2 * scale_of(a))))
        if a > 1:
            wanted['sqrt', written(more)] = written(more.sqrt(ROUNDED))
            wanted['sqrt', written(-a)] = '!root of a negative number'
    laws.compare(wanted)


@laws.law
def rounding(draw):
    wanted = {}
    for _ in range(BATCH):
        a = number(draw)
        if draw.randrange(2):
            # A tie, or next to one.
            a = decimal.Decimal((a.as_tuple().sign, a.as_tuple().digits +
                                 draw.choice(((5,), (5, 0), (4, 9), (5, 1))),
                                 a.as_tuple().exponent))
        n = draw.choice((0, 0, 1, 2, 3, 18, 19, 25, -1, -2, -18, -19, -39,
                         -80))
        quantum = decimal.Decimal((0, (1,), -n))
        f = written(a)
        wanted['round', f, n] = written(EXACT.quantize(a, quantum))
        wanted['int', f] = written(decimal.Decimal(int(a)))
        wanted['is_integer', f] = str(int(a == int(a)))
        wanted['to_word', f] = '!no word'
        if a == int(a) and -2 ** 63 <= a < 2 ** 63:
            wanted['to_word', f] = str(int(a))
    laws.compare(wanted)


@laws.law
def rows_of_bits(draw):
    wanted = {}
    for _ in range(BATCH):
        a, b = (integer(draw) * draw.choice((1, -1)) for _ in range(2))
        n = draw.choice((0, 1, 2, 31, 62, 63, 64, 65, 127, 128, 200))
        wanted['&', a, b] = str(a & b)
        wanted['|', a, b] = str(a | b)
        wanted['^', a, b] = str(a ^ b)
        wanted['~', a] = str(~a)
        wanted['<<', a, n] = str(a << n)
        wanted['>>', a, n] = str(a >> n)
        wanted['&', '%d.00' % a, b] = str(a & b)
        wanted['<<', '%d.0' % a, '%d.0' % n] = str(a << n)
        wanted['>>', '%d.0' % a, '%d.0' % n] = str(a >> n)
        wanted['>>', a, 10 ** 30] = str(-1 if a < 0 else 0)
        wanted['|', a, '%d.5' % b] = '!not an integer'
        wanted['<<', a, '-%d' % (n + 1)] = '!negative shift count'
    laws.compare(wanted)


laws.main()
