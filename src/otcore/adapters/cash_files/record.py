"""A row that is being read: its facts taken one by one, and everything that is wrong with it."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeVar

from attrs import define, field

from otcore.adapters.cash_files.amounts import money_of
from otcore.adapters.cash_files.columns import Layout
from otcore.adapters.cash_files.rows import Row
from otcore.schemas.leaves import day
from otcore.schemas.limits import LONG_TEXT, TEXT
from otcore.values.faults import Fault, Invalid
from otcore.values.ids import identifier, text
from otcore.values.money import Money

T = TypeVar("T")

_LINES = 200


@define(eq=False)
class Record:
    """One row under the columns of its file. What is missing or wrong is told at the end, all of it."""

    row: Row
    keys: Mapping[str, str]
    layout: Layout
    minor_units: bool
    faults: list[Fault] = field(factory=list)
    _said: dict[str, Any] = field(init=False)

    def __attrs_post_init__(self) -> None:
        cells = self.row.cells
        values = ((fact, cells.get(key)) for fact, key in self.keys.items())
        self._said = {fact: value for fact, value in values if value or isinstance(value, int | float)}

    def has(self, fact: str) -> bool:
        """Whether the row says anything of it."""
        return fact in self._said

    def take(self, fact: str, check: Callable[[Any], T], default: T) -> T:
        """A fact as `check` makes it; the default where the row says nothing, or nothing that can be understood."""
        value = self._said.get(fact)
        if value is None:
            return default
        try:
            return check(value)
        except Invalid as error:
            self.faults += [Fault(each.code, each.message, self.keys[fact]) for each in error.faults]
            return default

    def require(self, *facts: str) -> None:
        """One of these facts has to be there."""
        if self._said.keys().isdisjoint(facts):
            self.faults.append(Fault("FIELD_MISSING", f"there is no {' or '.join(facts)}"))

    def name(self, fact: str) -> str:
        """A short text, in one line."""
        return self.take(fact, lambda value: text(one_text(value), fact, TEXT), "").strip()

    def id(self, fact: str, default: str = "") -> str:
        """An identifier."""
        return self.take(fact, lambda value: identifier(one_text(value), fact), default)

    def day(self, fact: str, default: date) -> date:
        """A calendar day, 2026-03-31."""
        return self.take(fact, lambda value: day(one_text(value)), default)

    def several(self, fact: str) -> tuple[str, ...]:
        """Short texts: a JSON list, or one cell with semicolons between them."""
        return self.take(fact, lambda value: tuple(text(each, fact, TEXT) for each in many_texts(value)), ())

    def lines(self, fact: str) -> tuple[str, ...]:
        """Lines of text: a JSON list, or one text with line ends."""
        return self.take(fact, lambda value: _lines(value, fact), ())

    def currency(self) -> str:
        """The currency of the row, of its file, or ""."""
        return self.id("currency", self.layout.currency)

    def money(self, fact: str, currency: str, default: Money) -> Money:
        """An amount."""
        read = money_of(currency, self.minor_units, self.layout.decimal_comma)
        return self.take(fact, read, default)


def one_text(value: Any) -> str:
    """A text, or a number as it is written. Raises `Invalid` TEXT_EXPECTED."""
    if isinstance(value, str):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    raise Invalid.one("TEXT_EXPECTED", "must be a text")


def many_texts(value: Any) -> tuple[str, ...]:
    """The texts of a list, or of a cell with semicolons. Raises `Invalid` TEXT_EXPECTED."""
    parts = value if isinstance(value, list) else one_text(value).split(";")
    return tuple(part for each in parts if (part := one_text(each).strip()))


def _lines(value: Any, fact: str) -> tuple[str, ...]:
    parts = value if isinstance(value, list) else [value]
    told = text("\n".join(map(one_text, parts)), fact, LONG_TEXT).split("\n")
    if len(told) > _LINES:
        raise Invalid.one("LIST_TOO_LONG", f"has more than {_LINES} lines")
    return tuple(line for each in told if (line := each.strip()))
