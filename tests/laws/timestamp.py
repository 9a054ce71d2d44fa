# SPDX-License-Identifier: MIT
"""Moments are read and written as by datetime."""

import datetime
import decimal

import laws

BATCH = 100
UTC = datetime.timezone.utc
BEGIN = datetime.datetime(1970, 1, 1, tzinfo=UTC)
MONTHS = ('Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep',
          'Oct', 'Nov', 'Dec')


def invent(draw):
    """Return year, month, day, hour, minute, second: not always possible."""
    return (draw.choice((1, 2, 4, 100, 400, 1582, 1600, 1700, 1900, 1969,
                         1970, 2000, 2024, 2026, 2100, 9999, 0,
                         draw.randrange(1, 10000))),
            draw.choice((draw.randrange(1, 13), draw.randrange(14), 2)),
            draw.choice((draw.randrange(1, 29), draw.randrange(33), 29, 31)),
            draw.choice((draw.randrange(24), 0, 23, 24)),
            draw.choice((draw.randrange(60), 0, 59, 60)),
            draw.choice((draw.randrange(60), 0, 59, 60)))


def seconds_of(parts):
    """Return the seconds since 1970 UTC, None where there is no such."""
    try:
        moment = datetime.datetime(*parts, tzinfo=UTC)
    except ValueError:
        return None
    since = moment - BEGIN
    return since.days * 86400 + since.seconds


def offset(draw, blank=''):
    """Return the text of an offset, and its seconds; None: a bad one."""
    hours, minutes = draw.randrange(24), draw.randrange(60)
    if not draw.randrange(10):
        hours, minutes = draw.choice(((24, 0), (1, 60), (99, 99)))
    sign = draw.choice((1, -1))
    text = blank + ('+' if sign > 0 else '-') + draw.choice(
        ('%02d:%02d' % (hours, minutes), '%02d%02d' % (hours, minutes),
         '%02d' % hours))
    if len(text) == len(blank) + 3:
        minutes = 0
    if hours > 23 or minutes > 59:
        return text, None
    return text, sign * (hours * 3600 + minutes * 60)


def fraction(draw):
    return ''.join(draw.choice('0123456789') for _ in range(
        draw.choice((1, 2, 3, 6, 9, 17, 18, 19, 20, 60))))


def answer(seconds, ahead, digits=''):
    if seconds is None or ahead is None:
        return '!not a timestamp'
    value = decimal.Decimal(seconds - ahead)
    if digits:
        with decimal.localcontext() as context:
            context.prec = 200
            value += decimal.Decimal('0.' + digits)
    text = format(value, 'f')
    return text.lstrip('-') if value == 0 else text


@laws.law
def iso_8601_is_read(draw):
    wanted = {}
    for _ in range(BATCH):
        parts = invent(draw)
        text = '%04d-%02d-%02d' % parts[:3]
        kind = draw.randrange(6)
        if kind == 0:
            wanted['timestamp', text] = answer(
                seconds_of(parts[:3] + (0, 0, 0)), 0)
            continue
        text += draw.choice('Tt ') + '%02d:%02d' % parts[3:5]
        digits = ''
        if kind == 1:
            parts = parts[:5] + (0,)
        else:
            text += ':%02d' % parts[5]
        if kind > 3:
            digits = fraction(draw)
            text += draw.choice('.,') + digits
        more, ahead = draw.choice((('', 0), ('Z', 0), ('z', 0),
                                   offset(draw), offset(draw)))
        wanted['timestamp', text + more] = answer(seconds_of(parts), ahead,
                                                  digits)
    laws.compare(wanted)


@laws.law
def web_logs_are_read(draw):
    wanted = {}
    for _ in range(BATCH):
        year, month, day, hour, minute, second = parts = invent(draw)
        name = (MONTHS + ('Foo', 'jan'))[month - 1]
        text = '%02d/%s/%04d:%02d:%02d:%02d' % (day, name, year, hour,
                                                minute, second)
        more, ahead = draw.choice((('', 0), offset(draw, ' ')))
        text += more
        text = draw.choice(('%s', '[%s', '[%s]')) % text
        wanted['timestamp', text] = answer(
            seconds_of(parts) if month in range(1, 13) else None, ahead)
    laws.compare(wanted)


@laws.law
def what_is_no_moment_is_refused(draw):
    """One letter more anywhere makes none."""
    good = ('2026-08-01T10:00:00.25+02:00', '2026-08-01', '2026-08-01T10:00',
            '[01/Aug/2026:10:00:00 +0000]', '01/Aug/2026:10:00:00')
    wanted = {}
    for text in good:
        for at in range(len(text) + 1):
            for letter in ('x', ' ', '-', '/'):
                if text[at:at + 1] != letter:
                    wanted['timestamp', text[:at] + letter + text[at:]] = \
                        '!not a timestamp'
    laws.compare(wanted)


@laws.law
def moments_are_written(draw):
    wanted = {}
    first = -62135596800
    end = 253402300800
    for _ in range(BATCH):
        seconds = draw.choice((draw.randrange(first, end), 0, -1, first,
                               first - 1, end - 1, end,
                               draw.randrange(2 * 10 ** 9),
                               draw.randrange(10 ** 30)))
        digits = draw.choice(('', '', fraction(draw)))
        want = '!not in the years 1 to 9999'
        if first <= seconds < end:
            moment = BEGIN + datetime.timedelta(seconds=seconds)
            want = moment.isoformat().replace(
                '+', ('.' + digits if digits else '') + '+')
        wanted['isoformat', answer(seconds, 0, digits)] = want
    laws.compare(wanted)


@laws.law
def what_was_written_is_read(draw):
    numbers = ['%d.%s' % (draw.randrange(-10 ** 10, 10 ** 11),
                          fraction(draw)) for _ in range(BATCH)]
    texts = laws.computed([('isoformat', n) for n in numbers])
    laws.compare({('timestamp', text): n for text, n in zip(texts, numbers)})


laws.main()
