"""What banks kept (`Chrgs`): an element a charge up to version 2, since version 3 records below one element."""

from collections.abc import Iterator

from otcore.adapters.statements.camt.amounts import amount_in, credit_in
from otcore.adapters.xml import Cursor
from otcore.values import Money, total


def charges_in(cursor: Cursor, currency: str) -> Money:
    """What banks kept of an entry or a detail, in this currency: negative when they gave something back, zero when
    nothing is stated.
    """
    return total((each for each in _charges(cursor) if each.currency == currency), currency)


def foreign_charges_in(cursor: Cursor, currency: str) -> str:
    """The charges in other currencies, in words; "" when there are none."""
    return ", ".join(f"charges {each}" for each in _charges(cursor) if each.currency != currency)


def _charges(cursor: Cursor) -> Iterator[Money]:
    for charges in cursor.children("Chrgs"):
        records = charges.children("Rcrd") or (charges,)
        stated = [record for record in records if record.child("Amt") is not None]
        if stated:
            yield from map(_kept, stated)
        else:
            yield from map(amount_in, charges.children("TtlChrgsAndTaxAmt"))


def _kept(record: Cursor) -> Money:
    amount = amount_in(record.one("Amt"))
    given_back = record.child("CdtDbtInd") is not None and credit_in(record)
    return -amount if given_back else amount
