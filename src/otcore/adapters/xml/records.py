"""Documents in, record by record: a cursor that knows the values documents are made of, and finds every fault.

The types are those of the UN/CEFACT core components, which UBL and CII share: identifier, text, date, indicator,
numeric, quantity.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any, Self, TypeVar

from otcore.adapters.gathering import gathered
from otcore.adapters.xml.cursor import Cursor
from otcore.adapters.xml.lexical import boolean_of, day_of, number_of
from otcore.orders.details import Unread
from otcore.values.faults import Fault, Invalid
from otcore.values.ids import identifier, text
from otcore.values.percentage import Percentage
from otcore.values.quantity import Quantity

T = TypeVar("T")
C = TypeVar("C", bound=Cursor)

_DIGITS = 64
_NOTE_LIMIT = 5_000
_CARD_DIGITS = 10


class RecordCursor(Cursor):
    """An element of a document. What its methods raise as `Invalid` carries file, line and path."""

    __slots__ = ()

    def record(self, make: Callable[..., T], /, **fields: Callable[[], object]) -> T:
        """What `make` makes of the fields. All are read even when one is wrong; their faults are raised together."""
        values = every(*fields.values())
        try:
            return make(**dict(zip(fields, values, strict=True)))
        except Invalid as error:
            raise self.placed(error) from None

    def peek(self, path: str) -> str:
        """The text that stands at a path. A look does not count as reading, so it may still be left unread."""
        found = self.child(path)
        return "" if found is None else (found.element.text or "").strip()

    def all_below(self) -> Iterator[Self]:
        """This element and every one below it, in the order of the document."""
        yield self
        for child in self.children("*"):
            yield from child.all_below()

    def rest(self) -> tuple[Unread, ...]:
        """What nobody has read, as an order carries it along."""
        return tuple(Unread(leaf.path, leaf.text, leaf.attributes) for leaf in self.unread())

    def id(self, path: str) -> str:
        """An identifier that must be there. XML_MISSING, XML_REPEATED, ID_FORMAT."""
        return self.required_value(path, lambda said: identifier(said, path))

    def optional_id(self, path: str) -> str:
        """An identifier; "" when there is none. ID_FORMAT."""
        return self.value(path, lambda said: identifier(said, path)) or ""

    def words(self, path: str) -> str:
        """A short text; "" when there is none. TEXT_TOO_LONG, TEXT_FORMAT."""
        return self.value(path, lambda said: text(said, path)) or ""

    def notes(self, path: str) -> str:
        """Every such text, however many there are, a line each. TEXT_TOO_LONG, TEXT_FORMAT."""
        found = each(self.children(path), lambda note: note.value("", lambda said: text(said, path, _NOTE_LIMIT)))
        return "\n".join(filter(None, found))

    def prose(self, path: str) -> str:
        """A text of any length that people write; "" when there is none. TEXT_TOO_LONG, TEXT_FORMAT."""
        return self.value(path, lambda said: text(said, path, _NOTE_LIMIT)) or ""

    def card_number(self, path: str) -> str:
        """The last digits of a card's number; "" when there are none.

        Raises `Invalid` CARD_NUMBER where more of it is stated than may be (EN 16931 BT-87): it is kept nowhere.
        """
        number = self.words(path)
        if sum(sign.isdigit() for sign in number) > _CARD_DIGITS:
            message = "a card number is not taken in: its last digits are enough (BT-87)"
            raise self.one(path).fault("CARD_NUMBER", message)
        return number

    def day(self, path: str) -> date | None:
        """A date; None when there is none. DATE_FORMAT."""
        return self.value(path, day_of)

    def indicator(self, path: str) -> bool:
        """A yes or no that must be there. XML_MISSING, BOOLEAN_FORMAT."""
        return self.required_value(path, boolean_of)

    def number(self, path: str) -> Decimal:
        """A number that must be there. XML_MISSING, NUMBER_NEGATIVE_ZERO and the codes of `number_of`."""
        return self.required_value(path, number)

    def percentage(self, path: str) -> Decimal:
        """A percentage that must be there. XML_MISSING and the codes of `Percentage`."""
        return self.required_value(path, lambda said: Percentage(number(said)).value)

    def quantity(self, path: str) -> Quantity:
        """A quantity that must be there, in the unit it names. XML_MISSING and the codes of `Quantity`."""
        unit = self.one(path).required_attribute("unitCode")
        return self.required_value(path, lambda said: Quantity(number(said), unit))


def every(*reads: Callable[[], Any]) -> tuple[Any, ...]:
    """What each of them reads. All are tried even when one fails; their faults are raised as one `Invalid`.

    After `MOST_FAULTS` it is enough, and the rest is not tried.
    """
    return gathered(reads, _read)


def _read(read: Callable[[], T]) -> T:
    return read()


def each(cursors: Iterable[C], read: Callable[[C], T]) -> tuple[T, ...]:
    """What `read` makes of every element; as `every`."""
    return gathered(cursors, read)


def distinct_ids(lines: Iterable[RecordCursor], path: str) -> None:
    """DUPLICATE_LINE for each line whose id, at the path, was there before."""
    seen: set[str] = set()
    faults: list[Fault] = []
    for line in lines:
        id = line.peek(path)
        if id and id in seen:
            faults.extend(line.fault("DUPLICATE_LINE", f"line {id[:40]!a} stands twice", line=id).faults)
        seen.add(id)
    if faults:
        raise Invalid(*faults)


def number(said: str) -> Decimal:
    """A number as XML Schema writes decimals."""
    return number_of(said, max_digits=_DIGITS, max_places=_DIGITS)
