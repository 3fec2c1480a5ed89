"""The facts of a ledger's columns, a value a row, and everything that is wrong with them."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import TypeVar

from attrs import define, field

from otcore.adapters.ledgers.columns import Column
from otcore.adapters.ledgers.days import read_days
from otcore.adapters.ledgers.layout import Layout
from otcore.adapters.ledgers.names import SIGNS_OF_CURRENCIES
from otcore.adapters.ledgers.numbers import Amount, read_numbers
from otcore.schemas.limits import TEXT
from otcore.values.currencies import digits
from otcore.values.faults import Fault, Invalid
from otcore.values.ids import identifier, text
from otcore.values.money import Money

T = TypeVar("T")

_NO_CURRENCY = "nothing says what currency it is in: say --currency CODE, or name its column, --columns currency=NAME"


@define(eq=False)
class Sheet:
    """A file under its columns. Facts that have no column say nothing in any row; faults are gathered in `faults`."""

    columns: Mapping[str, Column]
    lines: tuple[int, ...]
    layout: Layout
    faults: list[Fault] = field(factory=list)
    _currencies: tuple[str, ...] | None = None
    _told: set[str] = field(factory=set)

    def has(self, fact: str) -> bool:
        """Whether there is a column of it."""
        return fact in self.columns

    def texts(self, fact: str) -> tuple[str, ...]:
        """What the cells say; "" for none."""
        column = self.columns.get(fact)
        return column.texts if column else ("",) * len(self.lines)

    def ids(self, fact: str) -> tuple[str, ...]:
        """Identifiers; "" for none."""
        return self._checked(fact, lambda said: identifier(said, fact), "")

    def names(self, fact: str) -> tuple[str, ...]:
        """Short texts; "" for none."""
        return self._checked(fact, lambda said: text(said, fact, TEXT), "")

    def days(self, fact: str) -> tuple[date | None, ...]:
        """Days."""
        if fact not in self.columns:
            return (None,) * len(self.lines)
        reading = read_days(self.columns[fact], self.layout.days)
        self.faults += reading.faults
        return reading.values

    def money(self, fact: str) -> tuple[Money | None, ...]:
        """Amounts, in the currency of the row, of the cell, or of the layout."""
        if fact not in self.columns:
            return (None,) * len(self.lines)
        column = self.columns[fact]
        reading = read_numbers(column, self.layout.numbers)
        self.faults += reading.faults
        pairs = enumerate(zip(reading.values, self._of_rows(), strict=True))
        return tuple(self._money(amount, code, column, row) for row, (amount, code) in pairs)

    def place(self, fact: str, row: int) -> str:
        """Where a fact stands, or its row where it has no column."""
        column = self.columns.get(fact)
        return column.place(row) if column else f"line {self.lines[row]}"

    def require(self, fact: str, row: int) -> None:
        """Say that a row lacks a fact."""
        self.faults.append(Fault("FIELD_MISSING", f"there is no {fact}", self.place(fact, row)))

    def _of_rows(self) -> tuple[str, ...]:
        """The currency of each row as its own column says it; "" where it says nothing."""
        if self._currencies is None:
            self._currencies = self._checked("currency", _code, "")
        return self._currencies

    def _money(self, amount: Amount | None, code: str, column: Column, row: int) -> Money | None:
        if amount is None:
            return None
        if code and amount.currency and code != amount.currency:
            message = f"the amount is in {amount.currency}, its row in {code}"
            self.faults.append(Fault("CURRENCY_DIFFERS", message, column.place(row)))
            return None
        currency = code or amount.currency or self.layout.currency
        if not currency:
            self._say_once("CURRENCY_MISSING", _NO_CURRENCY, column.place(row))
            return None
        return self._tried(lambda: Money(amount.value, currency), column, row)

    def _say_once(self, code: str, message: str, place: str) -> None:
        """A fault that all rows share, at the first of them."""
        if code not in self._told:
            self.faults.append(Fault(code, message, place))
            self._told.add(code)

    def _checked(self, fact: str, check: Callable[[str], T], nothing: T) -> tuple[T, ...]:
        column = self.columns.get(fact)
        if column is None:
            return (nothing,) * len(self.lines)
        known: dict[str, T | None] = {"": nothing}
        for row, said in enumerate(column.texts):
            if known.get(said) is None:
                known[said] = self._tried(lambda said=said: check(said), column, row)  # type: ignore[misc]  # bound now
        return tuple(nothing if (found := known[said]) is None else found for said in column.texts)

    def _tried(self, do: Callable[[], T], column: Column, row: int) -> T | None:
        try:
            return do()
        except Invalid as error:
            self.faults += [Fault(each.code, each.message, column.place(row)) for each in error.faults]
            return None


def _code(said: str) -> str:
    code = SIGNS_OF_CURRENCIES.get(said) or said.upper()
    digits(code)
    return code
