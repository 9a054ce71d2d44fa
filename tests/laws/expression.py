# SPDX-License-Identifier: MIT
"""Expressions mean what they mean in Python, as iterutils-expr(7) has it.

Random expressions are parsed by Python's own parser and evaluated here, by
Python's operators and methods on int, decimal.Decimal and str. What differs on
purpose is in this file alone: what comes from input (class Input), numbers
that are exact, and division and roots that are rounded at 34 digits.
"""

import ast
import decimal
import re
import string

import laws

decimal.getcontext().prec = 5000
decimal.getcontext().Emax = decimal.MAX_EMAX
decimal.getcontext().Emin = decimal.MIN_EMIN
ROUNDED = decimal.Context(prec=34, rounding=decimal.ROUND_HALF_EVEN)

NUMBER = re.compile(r'[ \t]*[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d{1,6})?[ \t]*',
                    re.ASCII)


class Fault(Exception):
    """The expression has no value for this record."""


class Input(str):
    """Text from a record: a number where one is wanted and it looks so."""


def canonical(value):
    """Write a number as iterutils(7) has it."""
    text = format(value, 'f')
    return text.lstrip('-') if value == 0 else text


def plain(value):
    """Give a Decimal no exponent above 0."""
    if value.as_tuple().exponent > 0:
        value = value.quantize(decimal.Decimal(1))
    return value


def looks_like_number(value):
    return NUMBER.fullmatch(value) is not None


def is_number(value):
    return isinstance(value, (bool, decimal.Decimal))


def number(value):
    if isinstance(value, bool):
        return decimal.Decimal(int(value))
    if isinstance(value, decimal.Decimal):
        return value
    if isinstance(value, Input) and looks_like_number(value):
        return plain(decimal.Decimal(value.strip(' \t')))
    raise Fault('no number')


def integer(value):
    value = number(value)
    if value != value.to_integral_value():
        raise Fault('no integer')
    return int(value)


def scale(value):
    return max(0, -value.as_tuple().exponent)


def divide(a, b):
    if b == 0:
        raise Fault('division by zero')
    exact = decimal.Context(prec=4000, traps=[decimal.Inexact])
    exact.Emax, exact.Emin = decimal.MAX_EMAX, decimal.MIN_EMIN
    try:
        return plain(exact.divide(a, b))
    except decimal.Inexact:
        return plain(ROUNDED.divide(a, b))


def floor_divide(a, b):
    if b == 0:
        raise Fault('division by zero')
    shift = max(scale(a), scale(b))
    return decimal.Decimal(int(a.scaleb(shift)) // int(b.scaleb(shift)))


def modulo(a, b):
    if b == 0:
        raise Fault('division by zero')
    shift = max(scale(a), scale(b))
    rest = int(a.scaleb(shift)) % int(b.scaleb(shift))
    return decimal.Decimal(rest).scaleb(-shift)


def power(a, b):
    if b != b.to_integral_value():
        raise Fault('a fraction as exponent')
    n = int(b)
    if abs(n) > 200:
        raise Skip()
    result = decimal.Decimal(1)
    for _ in range(abs(n)):
        result *= a
    return result if n >= 0 else divide(decimal.Decimal(1), result)


class Skip(Exception):
    """Not compared: too large."""


def sized(value):
    if isinstance(value, str) and len(value) > 100000 or \
            isinstance(value, (list, tuple)) and len(value) > 20000:
        raise Skip()
    return value


def add(a, b):
    if isinstance(a, str) and isinstance(b, str) and \
            not (isinstance(a, Input) and isinstance(b, Input)):
        return str(a) + str(b)
    if type(a) is type(b) and isinstance(a, (list, tuple)):
        return a + b
    return number(a) + number(b)


def multiply(a, b):
    for whole, times in ((a, b), (b, a)):
        if isinstance(whole, (list, tuple)) or \
                isinstance(whole, str) and not isinstance(whole, Input):
            n = integer(times)
            if n * max(1, len(whole)) > 100000:
                raise Skip()
            return whole * n
    return number(a) * number(b)


def bits(operation):
    def compute(a, b):
        return decimal.Decimal(operation(integer(a), integer(b)))
    return compute


def shift_left(a, b):
    if b < 0:
        raise Fault('negative shift')
    if b > 2000:
        raise Skip()
    return a << b


def shift_right(a, b):
    if b < 0:
        raise Fault('negative shift')
    return a >> b


OPERATORS = {
    ast.Add: add,
    ast.Sub: lambda a, b: number(a) - number(b),
    ast.Mult: multiply,
    ast.Div: lambda a, b: divide(number(a), number(b)),
    ast.FloorDiv: lambda a, b: floor_divide(number(a), number(b)),
    ast.Mod: lambda a, b: modulo(number(a), number(b)),
    ast.Pow: lambda a, b: power(number(a), number(b)),
    ast.BitAnd: bits(lambda a, b: a & b),
    ast.BitOr: bits(lambda a, b: a | b),
    ast.BitXor: bits(lambda a, b: a ^ b),
    ast.LShift: bits(shift_left),
    ast.RShift: bits(shift_right),
}


def ground(a, b):
    """Return what two values are compared as; None: not at all."""
    if isinstance(a, Input) and isinstance(b, Input):
        if looks_like_number(a) and looks_like_number(b):
            return number(a), number(b)
        return str(a), str(b)
    if isinstance(a, str) and isinstance(b, str):
        return str(a), str(b)
    if (is_number(a) or isinstance(a, Input)) and \
            (is_number(b) or isinstance(b, Input)):
        return number(a), number(b)
    return None


def equal(a, b):
    pair = ground(a, b)
    if pair:
        return pair[0] == pair[1]
    if type(a) is type(b) and isinstance(a, (list, tuple)):
        if len(a) != len(b):
            return False
        return all(equal(x, y) for x, y in zip(a, b))
    return a is None and b is None


def order(a, b):
    pair = ground(a, b)
    if pair:
        a, b = pair
        if isinstance(a, str):
            a, b = a.encode(), b.encode()
        return (a > b) - (a < b)
    if type(a) is type(b) and isinstance(a, (list, tuple)):
        for x, y in zip(a, b):
            if not equal(x, y):
                return order(x, y)
        return (len(a) > len(b)) - (len(a) < len(b))
    raise Fault('no order')


def contains(item, whole):
    if isinstance(whole, str):
        if not isinstance(item, str):
            raise Fault('text in text')
        return str(item) in str(whole)
    if isinstance(whole, (list, tuple)):
        return any(equal(item, each) for each in whole)
    raise Fault('nothing is in it')


COMPARISONS = {
    ast.Lt: lambda a, b: order(a, b) < 0,
    ast.LtE: lambda a, b: order(a, b) <= 0,
    ast.Gt: lambda a, b: order(a, b) > 0,
    ast.GtE: lambda a, b: order(a, b) >= 0,
    ast.Eq: equal,
    ast.NotEq: lambda a, b: not equal(a, b),
    ast.In: contains,
    ast.NotIn: lambda a, b: not contains(a, b),
    ast.Is: lambda a, b: a is b,
    ast.IsNot: lambda a, b: a is not b,
}


def truth(value):
    return len(value) > 0 if isinstance(value, str) else bool(value)


def part(whole, piece):
    """What is cut from input is input."""
    return Input(piece) if isinstance(whole, Input) else piece


def text(value):
    if not isinstance(value, str):
        raise Fault('no text')
    return value


def items(value):
    if not isinstance(value, (list, tuple)):
        raise Fault('no list')
    return value


def length(value):
    if value is None or is_number(value):
        raise Fault('no length')
    return decimal.Decimal(len(value))


def extreme(sign):
    def find(*arguments):
        if len(arguments) == 1:
            arguments = items(arguments[0])
        if not arguments:
            raise Fault('empty')
        best = arguments[0]
        for each in arguments[1:]:
            if order(each, best) * sign > 0:
                best = each
        return best
    return find


def total(values, start=decimal.Decimal(0)):
    for each in items(values):
        start = add(start, each)
    return start


def ordered(values):
    result = []
    for each in items(values):
        at = len(result)
        while at > 0 and order(result[at - 1], each) > 0:
            at -= 1
        result.insert(at, each)
    return result


def to_int(value):
    if isinstance(value, str):
        value = Input(value)
    value = number(value)
    return value.to_integral_value(decimal.ROUND_DOWN)


def rounded(value, digits=decimal.Decimal(0)):
    value, digits = number(value), integer(digits)
    if abs(digits) > 200:
        raise Skip()
    unit = decimal.Decimal(1).scaleb(-digits)
    return plain(value.quantize(unit, decimal.ROUND_HALF_EVEN))


def root(value):
    value = number(value)
    if value < 0:
        raise Fault('negative')
    result = ROUNDED.sqrt(value)
    return plain(result)


def absolute(value):
    return abs(number(value))


FUNCTIONS = {
    'abs': absolute,
    'min': extreme(-1),
    'max': extreme(1),
    'sum': total,
    'len': length,
    'int': to_int,
    'str': lambda value: shown(value),
    'round': rounded,
    'bool': truth,
    'divmod': lambda a, b: (floor_divide(number(a), number(b)),
                            modulo(number(a), number(b))),
    'sorted': ordered,
    'sqrt': root,
}


def method(name, value, arguments):
    value = text(value)
    plain_text = str(value)
    if name in ('upper', 'lower', 'isdigit'):
        if name == 'isdigit':
            return plain_text.isascii() and plain_text.isdigit()
        table = str.maketrans(*(
            (string.ascii_lowercase, string.ascii_uppercase)
            if name == 'upper' else
            (string.ascii_uppercase, string.ascii_lowercase)))
        return plain_text.translate(table)
    if name in ('strip', 'lstrip', 'rstrip'):
        chars = text(arguments[0]) if arguments else ' \t\n\r\v\f'
        return part(value, getattr(plain_text, name)(str(chars)))
    if name == 'split':
        if arguments and not text(arguments[0]):
            raise Fault('empty separator')
        if not arguments:
            pieces = re.findall('[^ \t\n\r\v\f]+', plain_text)
        else:
            pieces = plain_text.split(str(arguments[0]))
        return [part(value, piece) for piece in pieces]
    if name == 'join':
        return plain_text.join(str(text(each)) for each in
                               items(arguments[0]))
    if name == 'replace':
        return sized(plain_text.replace(*(str(text(each))
                                          for each in arguments)))
    if name in ('removeprefix', 'removesuffix'):
        return part(value, getattr(plain_text, name)(
            str(text(arguments[0]))))
    if name == 'zfill':
        return plain_text.zfill(integer(arguments[0]))
    if isinstance(arguments[0], tuple):
        arguments = [tuple(str(text(each)) for each in arguments[0])]
    else:
        arguments = [str(text(arguments[0]))]
    result = getattr(plain_text, name)(*arguments)
    return result if isinstance(result, bool) else decimal.Decimal(result)


def shown(value):
    return str(value) if isinstance(value, str) else spelled(value)


def spelled(value):
    """Do as repr."""
    if isinstance(value, bool) or value is None:
        return repr(value)
    if isinstance(value, decimal.Decimal):
        return canonical(value)
    if isinstance(value, str):
        return repr(str(value))
    inside = ', '.join(spelled(each) for each in value)
    if isinstance(value, list):
        return '[' + inside + ']'
    return '(' + inside + (',)' if len(value) == 1 else ')')


def laid_out(value, spec):
    if not spec:
        return shown(value)
    kind = spec[-1] if spec[-1] in 'dfsxob' else ''
    numeric = kind in ('d', 'f', 'x', 'o', 'b') or ',' in spec or \
        re.match(r'(.?[<>^=])?[-+ 0]', spec) is not None
    if isinstance(value, Input) and numeric:
        value = number(value)
    if isinstance(value, str):
        try:
            return format(str(value), spec)
        except ValueError:
            raise Fault('format')
    if not is_number(value):
        raise Fault('format')
    value = number(value)
    if not kind and re.search(r'\.\d', spec):
        raise Fault('precision')
    try:
        if kind in ('d', 'x', 'o', 'b'):
            return format(integer(value), spec)
        if kind == 'f':
            if not re.search(r'\.\d', spec):
                spec = spec[:-1] + '.6f'
            value = value.quantize(decimal.Decimal(1).scaleb(-int(
                re.search(r'\.(\d+)', spec).group(1))),
                decimal.ROUND_HALF_EVEN)
            return format(abs(value) if value == 0 else value, spec)
        return format(abs(value) if value == 0 else value, spec)
    except ValueError:
        raise Fault('format')


class Evaluation(ast.NodeVisitor):
    """Evaluate what Python's parser made of an expression."""

    def __init__(self, names):
        self.names = names

    def visit_Expression(self, node):
        return self.visit(node.body)

    def visit_Constant(self, node):
        value = node.value
        if isinstance(value, (bool, str)) or value is None:
            return value
        return plain(decimal.Decimal(self.source(node)))

    def source(self, node):
        return ast.get_source_segment(self.names['source'], node) \
            .replace('_', '')

    def visit_Name(self, node):
        return self.names[node.id]

    def visit_List(self, node):
        return [self.visit(each) for each in node.elts]

    def visit_Tuple(self, node):
        return tuple(self.visit(each) for each in node.elts)

    def visit_UnaryOp(self, node):
        value = self.visit(node.operand)
        if isinstance(node.op, ast.Not):
            return not truth(value)
        if isinstance(node.op, ast.Invert):
            return decimal.Decimal(~integer(value))
        value = number(value)
        return -value if isinstance(node.op, ast.USub) else value

    def visit_BinOp(self, node):
        left = self.visit(node.left)
        right = self.visit(node.right)
        return sized(OPERATORS[type(node.op)](left, right))

    def visit_BoolOp(self, node):
        for each in node.values:
            value = self.visit(each)
            if truth(value) == isinstance(node.op, ast.Or):
                break
        return value

    def visit_Compare(self, node):
        left = self.visit(node.left)
        for comparison, each in zip(node.ops, node.comparators):
            right = self.visit(each)
            if not COMPARISONS[type(comparison)](left, right):
                return False
            left = right
        return True

    def visit_IfExp(self, node):
        return self.visit(node.body if truth(self.visit(node.test))
                          else node.orelse)

    def visit_Subscript(self, node):
        whole = self.visit(node.value)
        if isinstance(node.slice, ast.Slice):
            bounds = [each and self.visit(each) for each in (
                node.slice.lower, node.slice.upper, node.slice.step)]
            if whole is None or is_number(whole):
                raise Fault('no slices')
            bounds = [each if each is None else integer(each)
                      for each in bounds]
            if bounds[2] == 0:
                raise Fault('step')
            return part(whole, whole[slice(*bounds)])
        index = self.visit(node.slice)
        if whole is None or is_number(whole):
            raise Fault('no items')
        index = integer(index)
        try:
            return part(whole, whole[index])
        except IndexError:
            if isinstance(node.value, ast.Name) and node.value.id == 'row':
                return Input('')
            raise Fault('no item')

    def visit_Call(self, node):
        if isinstance(node.func, ast.Attribute):
            value = self.visit(node.func.value)
            return method(node.func.attr, value,
                          [self.visit(each) for each in node.args])
        return FUNCTIONS[node.func.id](*[self.visit(each)
                                         for each in node.args])

    def visit_JoinedStr(self, node):
        return ''.join(shown(self.visit(each)) for each in node.values)

    def visit_FormattedValue(self, node):
        value = self.visit(node.value)
        if node.conversion == ord('r'):
            value = spelled(value)
        elif node.conversion == ord('s'):
            value = shown(value)
        spec = self.visit(node.format_spec) if node.format_spec else ''
        return laid_out(value, spec)


class Writer:
    """Writes random expressions, mostly ones that have values."""

    def __init__(self, draw):
        self.draw = draw

    def pick(self, *makers):
        return self.draw.choice(makers)

    def number(self, depth):
        draw = self.draw
        if depth <= 0 or not draw.randrange(4):
            return draw.choice((
                'x', 'row[0]', 'row[1]', 'row[-1]', 'i',
                str(draw.randrange(12)), str(draw.randrange(10 ** 6)),
                str(draw.randrange(10 ** 25)), '9223372036854775807',
                '0.5', '.25', '1.50', '3.', '1e3', '2.5e-3', '1_000',
                '%d.%02d' % (draw.randrange(1000), draw.randrange(100))))
        choice = draw.randrange(12)
        if choice < 6:
            return '%s %s %s' % (
                self.operand(depth), draw.choice(
                    ('+', '-', '*', '+', '-', '*', '/', '//', '%')),
                self.operand(depth))
        if choice == 6:
            return '%s ** %s' % (self.operand(depth),
                                 draw.choice(('2', '3', '0', '-1', '2.0',
                                              '-2', '7', 'row[2]')))
        if choice == 7:
            return draw.choice(('-', '+', '~', '--')) + self.operand(depth)
        if choice == 8:
            return '%s %s %s' % (self.operand(depth), draw.choice(
                ('&', '|', '^', '<<', '>>')), self.operand(depth))
        if choice == 9:
            return draw.choice(('abs(%s)', 'int(%s)', 'round(%s)',
                                'round(%s, 1)', 'round(%s, -2)',
                                'divmod(%s, 7)[1]', 'min(%s, 5)',
                                'max(%s, x)',
                                'sqrt(%s)')) % self.number(depth - 1)
        if choice == 10:
            return draw.choice(('len(%s)', 'len(%s)')) % self.text(depth - 1)
        return draw.choice(('sum(%s)', 'len(%s)', 'max(%s)')) % \
            self.list(depth - 1)

    def operand(self, depth):
        inside = self.number(depth - 1)
        return '(%s)' % inside if self.draw.randrange(3) else inside

    def text(self, depth):
        draw = self.draw
        if depth <= 0 or not draw.randrange(4):
            return draw.choice((
                'x', 'row[0]', 'row[2]', 'row[7]', "'abc'", "''", "'7'",
                "'h\\xe9llo'", '"it\'s"', "'a,b,,c'", "r'\\d'",
                "'\\u20ac uro'"))
        choice = draw.randrange(8)
        if choice == 0:
            return '%s + %s' % (self.text(depth - 1), self.text(depth - 1))
        if choice == 1:
            return '%s[%s]' % (self.atom(depth), self.slice())
        if choice == 2:
            return '%s.%s' % (self.atom(depth), draw.choice((
                'upper()', 'lower()', 'strip()', "strip('ab')", 'lstrip()',
                'rstrip()', "replace('a', 'xy')", "replace('', '-')",
                'zfill(6)', "removeprefix('a')", "removesuffix('c')")))
        if choice == 3:
            return "%s.join(%s)" % (draw.choice(("','", "''", "'--'")),
                                    self.list(depth - 1, texts=True))
        if choice == 4:
            return 'str(%s)' % self.any(depth - 1)
        if choice == 5:
            return '(%s) * %s' % (self.text(depth - 1),
                                  draw.choice(('2', '0', '-1', '3')))
        if choice == 6:
            return self.template(depth)
        return '(%s if %s else %s)' % (self.text(depth - 1),
                                     self.truth(depth - 1),
                                     self.text(depth - 1))

    def atom(self, depth):
        return '(%s)' % self.text(depth - 1)

    def template(self, depth):
        value = self.draw.choice(('x', 'row[1]', 'i', 'len(x)', 'row[0]'))
        spec = self.draw.choice((
            '', '', '!r', '!s', ':>8', ':<6', ':^7', ':*^9', ':05d', ':,',
            ':.2f', ':+.1f', ':x', ':o', ':b', ':10.3f', ':s', ':.2',
            ':=+8d', ':,.2f'))
        return "f'a{%s%s}{{b}}'" % (value, spec)

    def slice(self):
        def bound():
            return self.draw.choice(('', '', '1', '-1', '2', '-3', '0', '9'))
        if not self.draw.randrange(3):
            return self.draw.choice(('0', '-1', '1', '2'))
        step = self.draw.choice(('', ':', ':-1', ':2', ':-2'))
        return bound() + ':' + bound() + step

    def list(self, depth, texts=False):
        draw = self.draw
        if texts:
            return draw.choice(("['a', x]", "row", "x.split()",
                                "x.split(',')", "('b', 'c', row[1])",
                                "sorted(['b', 'a'])", 'row[1:]',
                                "sorted(row)", 'row[::-1]'))
        if depth <= 0 or not draw.randrange(3):
            return draw.choice(('row', 'row[1:]', '[1, 2.5, 3]', '[x, i]',
                                '(3, 1, 2)', 'row[:2] + [1]', '[]', 'row[:2]',
                                'sorted(row)', 'x.split()'))
        return '[%s]' % ', '.join(self.number(depth - 1)
                                  for _ in range(draw.randrange(4)))

    def truth(self, depth):
        draw = self.draw
        choice = draw.randrange(8)
        if depth <= 0:
            return draw.choice(('x', 'True', 'False', 'None', 'i', 'row[2]'))
        if choice < 3:
            return '%s %s %s' % (self.number(depth - 1), self.comparison(),
                                 self.number(depth - 1))
        if choice == 3:
            return '%s %s %s' % (self.text(depth - 1), draw.choice((
                '==', '!=', '<', 'in', 'not in', '>=')),
                self.text(depth - 1))
        if choice == 4:
            return 'not ' + self.truth(depth - 1)
        if choice == 5:
            return '%s %s %s' % (self.truth(depth - 1),
                                 draw.choice(('and', 'or')),
                                 self.truth(depth - 1))
        if choice == 6:
            return '%s < %s <= %s' % tuple(self.number(depth - 1)
                                           for _ in range(3))
        return draw.choice(("%s.startswith('a')", '%s.isdigit()',
                            "%s.endswith(('c', '1'))",
                            "%s.find('b') >= 0", "%s.count('a') == 1")) % \
            self.atom(depth)

    def comparison(self):
        return self.draw.choice(('<', '<=', '>', '>=', '==', '!='))

    def any(self, depth):
        return self.pick(self.number, self.number, self.text, self.truth,
                         self.list)(depth)


def invent(draw):
    """Return the text of a random record."""
    def field():
        return draw.choice((
            str(draw.randrange(100)), str(-draw.randrange(10 ** 6)),
            '%d.%02d' % (draw.randrange(1000), draw.randrange(100)), '0',
            str(draw.randrange(10 ** 22)), 'abc', 'a', '1e2', '-0.0', '007',
            'h\u00e9', '+5', '3.', 'b,c'))
    return ' '.join(field() for _ in range(draw.choice((1, 1, 2, 3, 5))))


def expected(source, tree, record, i):
    row = [Input(each) for each in record.split()]
    names = {'source': source, 'x': Input(record), 'row': row,
             'i': decimal.Decimal(i), 'prev': None}
    try:
        return spelled(Evaluation(names).visit(tree)).encode()
    except Fault:
        return None


def compare(draw, source):
    """Hold that a tool and Python give the same for random records."""
    records = [invent(draw) for _ in range(6)]
    try:
        tree = ast.parse(source, mode='eval')
        want = [expected(source, tree, each, i)
                for i, each in enumerate(records)]
    except (Skip, decimal.InvalidOperation, RecursionError):
        return
    outcome = laws.run(
        ['map', '--invalid=skip', '--', "f'''{i}:{(%s)!r}'''" % source],
        laws.joined(each.encode() for each in records))
    want = [b'%d:%s' % (i, value) for i, value in enumerate(want)
            if value is not None]
    laws.same(outcome.out, laws.joined(want), 'value of %r' % source)
    laws.same(outcome.status, 0, 'status')


def law_of(kind, depth):
    def holds(draw):
        for _ in range(10):
            writer = Writer(draw)
            compare(draw, getattr(writer, kind)(depth))
    holds.__name__ = kind + '_means_what_it_means_in_Python'
    return laws.law(holds)


for kind in ('number', 'text', 'truth', 'list', 'any'):
    law_of(kind, 1)
    law_of(kind, 3)

laws.main()
