"""Amounts as ledgers write them: 1,234.56 and 1.234,56 and 1 234,56; (12.00), 12.00- and 12.00 CR are negative."""

import re
from decimal import Decimal

from attrs import frozen

from otcore.adapters.ledgers.agreeing import Doubts, Reading, Way, agreed
from otcore.adapters.ledgers.columns import Column
from otcore.adapters.ledgers.layout import Numbers
from otcore.adapters.ledgers.names import SIGNS_OF_CURRENCIES

_LONGEST = 40
_MINUS = ("-", "\u2212")
_CREDIT = ("CR", "H")  # and DR or S, Soll, for a debit
_CODE = r"(?:[A-Z]{3}|[€£$])"
_AROUND = re.compile(
    rf"(?P<before>{_CODE})?\s*(?P<sign>[-+\u2212])?\s*(?P<then>{_CODE})?"
    r"\s*(?P<body>[0-9.,][0-9.,' \u2019\u00a0\u202f]*?)"
    rf"\s*(?P<minus>[-\u2212])?\s*(?P<after>{_CODE})?\s*(?P<side>CR|DR|H|S)?"
)
_GROUPED = r"[0-9]{{1,3}}(?:(?P<{name}>[{signs} '\u2019\u00a0\u202f])[0-9]{{3}})(?:(?P={name})[0-9]{{3}})*"
_LAKHS = r"[0-9]{{1,2}}(?:{sign}[0-9]{{2}})+{sign}[0-9]{{3}}"


def _body(group: str, mark: str) -> re.Pattern[str]:
    grouped = _GROUPED.format(name="group", signs=group)
    lakhs = _LAKHS.format(sign=re.escape(group))
    return re.compile(rf"(?P<whole>{grouped}|{lakhs}|[0-9]*)(?:{re.escape(mark)}(?P<part>[0-9]+))?")


_BODIES = {Numbers.POINT: _body(",", "."), Numbers.COMMA: _body(".", ",")}
_DOUBTS = Doubts(
    "NUMBER_FORMAT", "NUMBER_AMBIGUOUS", "NUMBER_MIXED", "an amount like 1234.56, 1,234.56 or 1.234,56", "--numbers"
)


@frozen
class Amount:
    """A number as it is written, and the currency that stands beside it, "" where none does."""

    value: Decimal
    currency: str

    def __str__(self) -> str:
        return f"{self.value:f}"


def read_numbers(column: Column, mark: Numbers | None) -> Reading[Amount]:
    """The amounts of a column; faults NUMBER_FORMAT, NUMBER_AMBIGUOUS, NUMBER_MIXED."""
    marks = list(Numbers) if mark is None else [mark]
    return agreed(column, {str(each): _reader(_BODIES[each]) for each in marks}, _DOUBTS)


def _reader(body: re.Pattern[str]) -> Way[Amount]:
    def read(text: str) -> Amount | None:
        inner, brackets = _without_brackets(text)
        around = _AROUND.fullmatch(inner) if len(text) <= _LONGEST else None
        found = body.fullmatch(around["body"].strip()) if around else None
        if around is None or found is None or not (found["whole"] or found["part"]):
            return None
        codes = [code for code in (around["before"], around["then"], around["after"]) if code]
        signs = [brackets, around["sign"] in _MINUS, around["minus"] in _MINUS, around["side"] in _CREDIT]
        if len(codes) > 1 or sum(signs) > 1:
            return None
        value, code = _value(found["whole"], found["part"]), "".join(codes)
        return Amount(-value if any(signs) and value else value, SIGNS_OF_CURRENCIES.get(code, code))

    return read


def _value(whole: str, part: str | None) -> Decimal:
    digits = re.sub("[^0-9]", "", whole) or "0"
    return Decimal(f"{digits}.{part}" if part else digits)


def _without_brackets(text: str) -> tuple[str, bool]:
    inside = text[1:-1].strip() if text.startswith("(") and text.endswith(")") else ""
    return (inside, True) if inside else (text, False)
