"""The type of funds, which takes a different number of fields: when the money is available."""

from datetime import date

from attrs import frozen

from otcore.adapters.statements.bai2.records import Record
from otcore.adapters.statements.bai2.values import day_of, number_of

_PLAIN = frozenset({"", "0", "1", "2", "Z"})


@frozen
class Funds:
    """The value date, if stated, and how many fields the type of funds took with it."""

    value_date: date | None
    width: int


def funds_of(record: Record, fields: list[str]) -> Funds:
    """What the fields from the type of funds on say.

    V: value date and time. S: three amounts by day. D: a number of pairs of days and amounts. Raises `Invalid`
    BAI2_FUNDS, DATE_FORMAT, NUMBER_FORMAT.
    """
    kind = fields[0].upper() if fields else ""
    if kind in _PLAIN:
        return Funds(None, 1)
    if kind == "V":
        return Funds(day_of(record, fields[1]) if len(fields) > 1 and fields[1] else None, 3)
    if kind == "S":
        return Funds(None, 4)
    if kind == "D":
        return Funds(None, 2 + 2 * number_of(record, fields[1] if len(fields) > 1 else ""))
    raise record.fault("BAI2_FUNDS", f"{kind[:10]!a} is not a type of funds", value=kind[:10])
