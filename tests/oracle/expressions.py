"""A reader of the rule language, just large enough for the vectors.

`evaluate(text, view)` gives a Value, or a truth wrapped as kind `condition`.
"""
import re

import dates
import money
import values
from measures import WITH_WINDOW, WITHOUT_WINDOW, Filters
from parameters import CURRENCY
from values import Value
from windows import Window

TOKEN = re.compile(
    r"\s*(\d{4}-\d{2}-\d{2}|\d[\d_]*(?:\.\d+)?%|\d[\d_]*(?:\.\d+)? [A-Z]{3}\b|\d+[myd]\b|\d[\d_]*(?:\.\d+)?"
    r"|[A-Za-z_]\w*|!=|<=|>=|[=<>(),:/])"
)
KINDS = {"claim_severity": "money_ratio"}


def tokens(text):
    out, at = [], 0
    while at < len(text.rstrip()):
        m = TOKEN.match(text, at)
        if m is None:
            raise SyntaxError(f"{text!r} at {at}")
        out.append(m.group(1))
        at = m.end()
    return out


def window(word):
    if word in ("lifetime", "policy_year"):
        return Window(named=word)
    m = re.fullmatch(r"(\d+)([my])", word)
    return Window(months=int(m.group(1)) * (12 if m.group(2) == "y" else 1)) if m else None


class Reader:
    def __init__(self, text, view):
        self.rest, self.view = tokens(text), view

    def peek(self):
        return self.rest[0] if self.rest else None

    def take(self, *wanted):
        if wanted and self.peek() not in wanted:
            raise SyntaxError(f"found {self.peek()!r}, expected {wanted}")
        return self.rest.pop(0)

    # Conditions. A level without an operator hands on what it read, value or truth.

    def either(self):
        left = self.both()
        while self.peek() == "or":
            self.take()
            left = condition(values.either(truth(left), truth(self.both())))
        return left

    def both(self):
        left = self.unary()
        while self.peek() == "and":
            self.take()
            left = condition(values.both(truth(left), truth(self.unary())))
        return left

    def unary(self):
        if self.peek() == "not":
            self.take()
            return condition(values.negate(truth(self.unary())))
        left = self.operand()
        if self.peek() in values.OPERATORS:
            symbol = self.take()
            return condition(values.compare(left, symbol, self.operand()))
        negated = self.peek() == "not"
        if negated:
            self.take()
        if self.peek() == "in":
            self.take()
            self.take("(")
            found = [values.compare(left, "=", self.operand())]
            while self.take(",", ")") == ",":
                found.append(values.compare(left, "=", self.operand()))
            any_of = values.either(*found)
            return condition(values.negate(any_of) if negated else any_of)
        return left

    def operand(self):
        word = self.take()
        if word == "(":
            inner = self.either()
            self.take(")")
            return inner
        if word == "is_known":
            self.take("(")
            inner = self.operand()
            self.take(")")
            return condition(inner.known)
        if re.match(r"\d", word):
            return literal(word)
        if word in ("yes", "no", "true", "false"):
            return values.boolean(word in ("yes", "true"))
        arguments = self.arguments() if self.peek() == "(" else {}
        if hasattr(self.view, "named"):  # a subject with names of its own
            return self.view.named(word, arguments) or Value("enumeration", values.KNOWN, word)
        if word in WITH_WINDOW or word in WITHOUT_WINDOW:
            return measure(self.view, word, arguments)
        fact = self.view.fact(word)
        return Value("enumeration", values.KNOWN, word) if fact is None else fact

    def arguments(self):
        out = {}
        self.take("(")
        while self.peek() != ")":
            word = self.take()
            if self.peek() == ":":
                self.take()
                value = self.take()
                if self.peek() == "/":
                    value += self.take() + self.take()
                out[word] = value
            else:
                out["window"] = word
            if self.peek() == ",":
                self.take()
        self.take(")")
        return out


def measure(view, name, arguments):
    a = dict(arguments)
    w = window(a.pop("window", "lifetime"))
    if "back" in a:
        w = Window(w.months, w.named, window(a.pop("back")).months)
    f = Filters(a.pop("line", None), a.pop("source", None), False if a.pop("catastrophe", None) == "no" else None)
    if a.get("paid") == "yes":
        a["paid"] = True
    if "full" in a:
        a["full"] = int(a["full"])
    method = getattr(view, name)
    if name in WITH_WINDOW:
        return method(w, f, **a)
    return method(f) if name in ("claim_free_years", "annual_premium") else method()


def literal(word):
    plain = word.replace("_", "")
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", plain):
        return values.optional("date", dates.parse(plain))
    if plain.endswith(" " + CURRENCY):
        return values.amount(money.minor_units(plain[: -len(CURRENCY) - 1], CURRENCY))
    percent = plain.endswith("%")
    whole, _, fraction = plain.rstrip("%").partition(".")
    if not percent and not fraction:
        return values.count(int(whole))
    return values.ratio(int(whole + fraction), 10 ** len(fraction) * (100 if percent else 1))


def condition(truth_value):
    return Value("condition", values.KNOWN, truth_value)


def truth(value):
    return value.value if value.known else None


def evaluate(text, view):
    reader = Reader(text, view)
    result = reader.either()
    if reader.rest:
        raise SyntaxError(f"{text!r}: left over {reader.rest}")
    return result


def to_json(text, view):
    value = evaluate(text, view)
    if value.kind == "condition":
        word = {True: "true", False: "false", None: "unknown"}[value.value]
        return {"expression": text, "kind": "condition", "state": "known", "value": word}
    return {"expression": text, **values.to_json(value)}
