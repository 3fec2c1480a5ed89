"""One message: its fields in their order, as a statement (MT940) or a report within the day (MT942)."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from attrs import field, frozen

from otcore.adapters.statements.mt940.balance import Balance, Total, balance_of, total_of
from otcore.adapters.statements.mt940.fields import Field
from otcore.adapters.statements.mt940.values import day_of
from otcore.values import Invalid

# The order of fields. Those of one rank may follow each other; a text (86, NS) may follow any.
_RANKS = {"20": 0, "21": 1, "25": 2, "25P": 2, "28": 3, "28C": 3, "60F": 4, "60M": 4, "34F": 4, "13": 5, "13D": 5}
_RANKS |= {"61": 6, "62F": 7, "62M": 7, "90D": 7, "90C": 7, "64": 8, "65": 9}
_REPEATED = frozenset({"34F", "61", "90D", "90C", "64", "65"})
_TEXTS = frozenset({"86", "NS"})
_FLOOR = re.compile(r"([A-Z]{3})[CD]?[0-9,]+")
_MADE = re.compile(r"([0-9]{6})([0-9]{4})?(?:[+-][0-9]{4})?")
_REPORT = frozenset({"34F", "13", "13D", "90D", "90C"})


@frozen
class Message:
    """The fields of a message that are wanted, and its statement lines with the text of each.

    `intermediate`: whether the opening and closing balance go on from another page (60M) or on another page (62M).
    """

    start: Field
    fields: dict[str, list[Field]] = field(factory=dict)
    lines: list[tuple[Field, list[Field]]] = field(factory=list)

    @property
    def report(self) -> bool:
        """An MT942: it has no balances, but a floor limit, a time or totals."""
        return not self.fields.keys() & {"60F", "60M", "62F", "62M"} and bool(self.fields.keys() & _REPORT)

    def first(self, *tags: str) -> Field | None:
        """The field of the first of these tags that is there."""
        return next((self.fields[tag][0] for tag in tags if tag in self.fields), None)

    def text(self, *tags: str) -> str:
        """The first line of that field; "" when it is not there."""
        found = self.first(*tags)
        return found.first if found else ""

    def balance(self, which: str, *tags: str) -> Balance:
        """Raises `Invalid` STATEMENT_BALANCE when there is none."""
        found = self.first(*tags)
        if found is None:
            raise self.start.fault("STATEMENT_BALANCE", f"there is no {which} balance ({' or '.join(tags)})")
        return balance_of(found)

    def totals(self) -> Iterator[tuple[Field, bool, Total]]:
        """The totals that a report states: the field, whether of money in, and what it says."""
        for tag, credit in (("90C", True), ("90D", False)):
            for each in self.fields.get(tag, ()):
                yield each, credit, total_of(each)

    def floor_currency(self) -> str:
        """The currency of a report; "" when it does not say."""
        found = _FLOOR.fullmatch(self.text("34F"))
        return found[1] if found else ""

    def made(self) -> tuple[date, str] | None:
        """The day and time a report was made; None when it does not say. Raises `Invalid` DATE_FORMAT."""
        at = self.first("13D", "13")
        found = _MADE.fullmatch(at.first) if at else None
        if at is None or found is None:
            return None
        try:
            return day_of(found[1]), found[0]
        except Invalid as error:
            raise error.at(at.place) from None


def message_of(fields: Iterable[Field]) -> Message:
    """The fields sorted into a message.

    Raises `Invalid` MT940_FIELD when one stands where it cannot, or twice.
    """
    first, *others = fields
    message = Message(first, {"20": [first]})
    last = first
    for each in others:
        if each.tag in _TEXTS:
            _take_text(message, each, last)
            continue
        _refuse_misplaced(each, last)
        last = each
        message.fields.setdefault(each.tag, []).append(each)
        if each.tag == "61":
            message.lines.append((each, []))
    return message


def _take_text(message: Message, text: Field, last: Field) -> None:
    if last.tag == "61":
        message.lines[-1][1].append(text)
    elif text.tag == "86" and _RANKS[last.tag] < _RANKS["61"]:
        raise text.fault("MT940_FIELD", "a text :86: belongs to no statement line")


def _refuse_misplaced(each: Field, last: Field) -> None:
    before, here = _RANKS[last.tag], _RANKS[each.tag]
    if here < before or (here == before and each.tag not in _REPEATED):
        raise each.fault("MT940_FIELD", f":{each.tag}: may not stand behind :{last.tag}:")
