"""Holds: reasons why an order does not move on, each lifted on its own."""

from datetime import date
from enum import StrEnum

from attrs import frozen

from otcore.values.money import Money


class HoldKind(StrEnum):
    """Who has to look at it."""

    CREDIT = "credit"
    PRICE = "price"
    INCOMPLETE = "incomplete"
    FRAUD = "fraud"
    MANUAL = "manual"


@frozen
class Hold:
    """One reason: its code, since when, why in a sentence, the figures behind it by name, and who placed it (empty: a
    rule or a check did).
    """

    kind: HoldKind
    code: str
    since: date
    why: str
    figures: tuple[tuple[str, str], ...] = ()
    by: str = ""


@frozen
class Release:
    """One hold lifted: why, by whom and when, and the order's open value at that moment (tax included).

    `codes`: of the holds that were lifted together. `of`: the whole order's value then; None: not recorded.
    """

    kind: HoldKind
    reason: str
    value: Money
    day: date
    by: str
    codes: tuple[str, ...] = ()
    of: Money | None = None
