"""How a ledger is laid out where it does not say so itself."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from attrs import Attribute, field, frozen

from otcore.adapters.ledgers.names import COLUMNS, KINDS
from otcore.values.faults import Invalid


class Shape(StrEnum):
    """What a row of a ledger is.

    INVOICES: an invoice with the day it was paid, or what is open of it. OPEN: an invoice that is open in full.
    MOVEMENTS: an invoice, a payment, a credit note, a write-off, each with its own day.
    """

    INVOICES = "invoices"
    OPEN = "open"
    MOVEMENTS = "movements"


class Days(StrEnum):
    """The order of day, month and year in a date."""

    YMD = "ymd"
    DMY = "dmy"
    MDY = "mdy"


class Numbers(StrEnum):
    """The decimal mark of amounts."""

    POINT = "point"
    COMMA = "comma"


class Signs(StrEnum):
    """How payments and credit notes are written in a ledger of movements: as positive amounts, or as negative ones."""

    PLAIN = "plain"
    ACCOUNTING = "accounting"


ENCODINGS = ("utf-8", "utf-16", "cp1252")
"""The encodings that a file may be said to have."""
SEPARATORS = (",", ";", "\t", "|")
"""What may stand between cells."""


def _known(name: str, known: Mapping[str, Any]) -> Any:
    def check(instance: object, attribute: "Attribute[Mapping[str, str]]", given: Mapping[str, str]) -> None:
        for each in given.values() if attribute.name == "kinds" else given:
            if each not in known:
                raise Invalid.one("LAYOUT", f"{each!a} is no {name}: there are {', '.join(known)}")

    return check


@frozen(kw_only=True)
class Layout:
    """How to read a ledger; whatever is not given is found in the file, or the file is refused.

    columns: fact -> the name of its column (`COLUMNS` has the facts). kinds: a word of the file -> what it means
    (`KINDS`). currency: of amounts without one. days, numbers, signs, shape, separator, encoding: as it is written.

    Raises `Invalid` LAYOUT for a fact, a kind, a separator or an encoding that there is not.
    """

    columns: Mapping[str, str] = field(factory=dict, validator=_known("fact", COLUMNS))
    kinds: Mapping[str, str] = field(factory=dict, validator=_known("kind", KINDS))
    currency: str = ""
    days: Days | None = None
    numbers: Numbers | None = None
    signs: Signs | None = None
    shape: Shape | None = None
    separator: str = field(default="")
    encoding: str = field(default="utf-8")

    @separator.validator
    def _one_of_them(self, attribute: "Attribute[str]", sign: str) -> None:
        if sign and sign not in SEPARATORS:
            raise Invalid.one("LAYOUT", f"{sign!a} separates no cells: one of {' '.join(map(ascii, SEPARATORS))} does")

    @encoding.validator
    def _readable(self, attribute: "Attribute[str]", name: str) -> None:
        if name not in ENCODINGS:
            raise Invalid.one("LAYOUT", f"{name[:40]!a} is no encoding that is read: {', '.join(ENCODINGS)}")


AS_IT_SAYS = Layout()
"""The file says it all itself."""
