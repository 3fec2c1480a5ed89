"""The amounts of an entry's details: together, with what banks kept, they are the entry."""

from collections.abc import Iterator

from attrs import frozen

from otcore.adapters.statements.camt.amounts import amount_in, credit_in, signed
from otcore.adapters.statements.camt.charges import charges_in
from otcore.adapters.xml import Cursor
from otcore.values import Invalid, Money, total

# Where a detail may state its amount, best first: as booked, as paid, as converted, as ordered.
_STATED = ("Amt", "AmtDtls/TxAmt/Amt", "AmtDtls/CntrValAmt/Amt", "AmtDtls/InstdAmt/Amt")
# The ordered amount is before charges and conversion, so alone it does not contradict the entry.
_BINDING = _STATED[:2]


@frozen
class Shares:
    """The signed amount of each detail, and what the bank kept of the entry as a whole (a row of its own)."""

    amounts: tuple[Money, ...]
    kept: Money


def shares_of(details: tuple[Cursor, ...], entry: Cursor, amount: Money, credit: bool) -> Shares | None:
    """What each detail moved; None where the details say nothing in the entry's currency, so that it stays whole.

    Tried in this order, the first that makes up the entry counts: the details with their own directions, all with the
    entry's direction; each of these less the charges of each detail; less the charges of the entry; less both.
    Raises `Invalid` BATCH_SUM when none does, or when only some details state an amount.
    """
    booked, nothing = signed(amount, credit), Money.zero(amount.currency)
    if len(details) == 1:
        single = _stated(details[0], _BINDING, amount.currency)
        stated = [amount if single is None else single]
    else:
        found = [_stated(detail, _STATED, amount.currency) for detail in details]
        if not any(each is not None for each in found):
            return None
        stated = [_required(each, detail, amount) for each, detail in zip(found, details, strict=True)]
    charges = [charges_in(detail, amount.currency) for detail in details]
    for kept in dict.fromkeys((nothing, charges_in(entry, amount.currency))):
        for amounts in _choices(details, stated, charges, credit):
            if total(amounts, booked.currency) - kept == booked:
                return Shares(tuple(amounts), kept)
    raise _unequal(entry, amount, stated)


def _choices(
    details: tuple[Cursor, ...], stated: list[Money], charges: list[Money], credit: bool
) -> Iterator[list[Money]]:
    own = [signed(amount, _direction(detail, credit)) for amount, detail in zip(stated, details, strict=True)]
    same = [signed(amount, credit) for amount in stated]
    yield own
    yield same
    if any(charges):
        yield [amount - charge for amount, charge in zip(own, charges, strict=True)]
        yield [amount - charge for amount, charge in zip(same, charges, strict=True)]


def _stated(detail: Cursor, paths: tuple[str, ...], currency: str) -> Money | None:
    """The amount that a detail states in this currency; what it states in another does not count."""
    for path in paths:
        child = detail.child(path)
        if child is not None and child.attribute("Ccy") == currency:
            return amount_in(child)
    return None


def _required(amount: Money | None, detail: Cursor, entry: Money) -> Money:
    if amount is None:
        raise detail.fault("BATCH_SUM", f"a payment of a batch states no amount in {entry.currency}", entry=entry)
    return amount


def _direction(detail: Cursor, credit: bool) -> bool:
    return credit if detail.child("CdtDbtInd") is None else credit_in(detail)


def _unequal(entry: Cursor, amount: Money, stated: list[Money]) -> Invalid:
    found = total(stated, amount.currency)
    return entry.fault(
        "BATCH_SUM",
        f"the entry is {amount}, but its {len(stated)} payments make {found}: a difference of {amount - found}",
        entry=amount,
        payments=found,
        difference=amount - found,
    )
