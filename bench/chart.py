# SPDX-License-Identifier: MIT
"""chart - the results as a picture

A bar for every row on a logarithmic scale from the peer's own speed, with a
mark at the target; below it cost against size, a line for every job.
"""
import math
from html import escape

LEFT, WIDTH, ROW, HEAD = 250, 560, 18, 60
CURVES = 320
COLOURS = ("#1b6ca8", "#c8553d", "#3a7d44", "#7b4b94", "#b8860b", "#2f4858",
           "#d1495b", "#00798c", "#6a994e", "#8d5524")


def text(x, y, words, extra=""):
    """Words at a place."""
    return f'<text x="{x:.1f}" y="{y:.1f}" {extra}>{escape(words)}</text>'


def line(x, y, to_x, to_y, colour):
    """A straight line."""
    return (f'<line x1="{x:.1f}" y1="{y:.1f}" x2="{to_x:.1f}" '
            f'y2="{to_y:.1f}" stroke="{colour}"/>')


def bars(results, top):
    """How many times as quick as the peer, a bar a row."""
    most = max([100] + [r.ratio for r in results])

    def place(ratio):
        low = math.log10(0.5)
        return LEFT + WIDTH * (math.log10(max(ratio, 0.5)) - low) / (
            math.log10(most) - low)

    bottom = top + ROW * len(results)
    parts = []
    for tick in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000):
        if tick <= most:
            parts += [line(place(tick), top, place(tick), bottom, "#ddd"),
                      text(place(tick), top - 6, f"{tick}",
                           'text-anchor="middle"')]
    for i, result in enumerate(results):
        y = top + ROW * i
        colour = COLOURS[1] if result.misses() else COLOURS[0]
        low, high = sorted((place(1), place(result.ratio)))
        parts += [
            text(LEFT - 8, y + 13, result.name, 'text-anchor="end"'),
            f'<rect x="{low:.1f}" y="{y + 3}" width="{high - low:.1f}" '
            f'height="{ROW - 6}" fill="{colour}"/>',
            line(place(result.least), y + 1, place(result.least),
                 y + ROW - 1, "#000"),
            text(max(high, place(result.least)) + 5, y + 13,
                 f"{result.ratio:.1f}")]
    return parts, bottom


def curves_drawn(curves, top):
    """Nanoseconds for each record or byte against size."""
    points = [p for c in curves for p in c.points if p.cpu > 0]
    if not points:
        return [], top
    low = math.floor(math.log10(min(p.each for p in points)))
    high = math.ceil(math.log10(max(p.each for p in points))) or 1
    sizes = [math.log10(p.n) for p in points]
    first, last = min(sizes), max(max(sizes), min(sizes) + 1)

    def place(n, each):
        return (LEFT + WIDTH * (math.log10(n) - first) / (last - first),
                top + CURVES * (high - math.log10(each)) / max(high - low, 1))

    parts = []
    for tick in range(low, high + 1):
        x, y = place(10 ** first, 10.0 ** tick)
        parts += [line(x, y, x + WIDTH, y, "#ddd"),
                  text(x - 8, y + 4, f"{10.0 ** tick:g} ns",
                       'text-anchor="end"')]
    for tick in range(math.ceil(first), math.floor(last) + 1):
        x, _ = place(10 ** tick, 1)
        parts.append(text(x, top + CURVES + 16, f"{10 ** tick:,}",
                          'text-anchor="middle"'))
    for i, curve in enumerate(curves):
        drawn = [p for p in curve.points if p.cpu > 0]
        if not drawn:
            continue
        colour = COLOURS[i % len(COLOURS)]
        places = [place(p.n, p.each) for p in drawn]
        way = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
        parts += [f'<polyline points="{way}" fill="none" '
                  f'stroke="{colour}"/>',
                  text(LEFT + WIDTH + 10, top + 14 * i, curve.job,
                       f'fill="{colour}"')]
    return parts, top + CURVES + 30


def chart(results, curves, title):
    """The whole picture."""
    measured = [r for r in results if not r.word]
    parts = [text(10, 20, title),
             text(10, 38, "times as quick as the peer; the mark is the target")]
    drawn, bottom = bars(measured, HEAD)
    parts += drawn
    parts.append(text(10, bottom + 30, "processor time for each record or "
                      "byte against the number of records"))
    drawn, bottom = curves_drawn(curves, bottom + 50)
    parts += drawn
    width, height = LEFT + WIDTH + 180, bottom + 20
    return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" '
            f'height="{height}" font-family="sans-serif" font-size="12">\n'
            f'<rect width="{width}" height="{height}" fill="#fff"/>\n'
            + "\n".join(parts) + "\n</svg>\n")
