"""The statement line `:61:`: days, direction, amount, kind of transaction, references."""

import re
from datetime import date

from attrs import frozen

from otcore.adapters.statements.mt940.fields import Field
from otcore.adapters.statements.mt940.values import booked_on, day_of, money_of
from otcore.adapters.statements.words import plain, plain_lines
from otcore.values import Invalid, Money

# Value date, entry date, mark, funds code, amount, kind of transaction, references.
_LINE = re.compile(
    r"(?P<value>[0-9]{6})(?P<entry>[0-9]{4})?\s?(?P<mark>RC|RD|EC|ED|C|D)(?P<funds>[A-Z])?"
    r"(?P<amount>[0-9][0-9,]{0,39})(?P<code>[A-Z][A-Z0-9 ]{3})(?P<references>.*)"
)
_CREDITS = frozenset({"C", "RD", "EC"})
_REVERSALS = frozenset({"RC", "RD"})
_EXPECTED = frozenset({"EC", "ED"})
_NONE = frozenset({"NONREF", "KREF+", "EREF", "PREF", "MARF", "NOTPROVIDED"})  # "see field 86", or nothing at all
_TWO_BLANKS = re.compile(r"\s{2,}")


@frozen
class Line:
    """What a `:61:` says. `mark`: C, D; RC and RD take a credit or a debit back; EC and ED are only expected.

    `party`: what some banks write behind the reference. `details`: its supplementary lines.
    """

    value_date: date
    booked: date
    mark: str
    amount: Money
    code: str
    reference: str
    bank_reference: str
    party: str
    details: tuple[str, ...]

    @property
    def credit(self) -> bool:
        """Whether it is money in: a debit taken back is."""
        return self.mark in _CREDITS

    @property
    def reversal(self) -> bool:
        """Whether it takes an earlier transaction back."""
        return self.mark in _REVERSALS

    @property
    def expected(self) -> bool:
        """Whether it is not booked yet."""
        return self.mark in _EXPECTED


def line_of(field: Field, currency: str) -> Line:
    """Raises `Invalid` MT940_LINE, DATE_FORMAT, TEXT_TOO_LONG and the codes of `money_of`."""
    found = _LINE.fullmatch(field.first)
    if found is None:
        raise field.fault("MT940_LINE", f"{field.first[:60]!a} is not a statement line")
    try:
        return _line(found, field.lines[1:], currency)
    except Invalid as error:
        raise error.at(field.place) from None


def _line(found: "re.Match[str]", more: tuple[str, ...], currency: str) -> Line:
    value = day_of(found["value"])
    own, _, bank = found["references"].partition("//")
    reference, party, *_ = (*_TWO_BLANKS.split(own.strip(), maxsplit=1), "")
    return Line(
        value_date=value,
        booked=booked_on(found["entry"], value) if found["entry"] else value,
        mark=found["mark"],
        amount=money_of(found["amount"], currency),
        code=found["code"].strip(),
        reference=_reference(reference),
        bank_reference=_reference(bank),
        party=plain(party),
        details=plain_lines(more),
    )


def _reference(text: str) -> str:
    reference = plain(text)
    return "" if reference in _NONE else reference
