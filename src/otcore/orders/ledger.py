"""How the ledger of a line moves: one small function a kind of fact. None refuses; `decide` did before."""

from decimal import Decimal
from itertools import chain

from otcore.orders.line import ZERO, Ledger
from otcore.stock.reserving import Allocation
from otcore.values.fast_init import changed


def allocate(ledger: Ledger, allocations: tuple[Allocation, ...]) -> Ledger:
    """The ledger with these promises on the shelves in place of the old ones."""
    return changed(ledger, allocations=allocations)


def await_(ledger: Ledger, awaited: tuple[Allocation, ...]) -> Ledger:
    """The ledger with these promises of arriving goods in place of the old ones."""
    return changed(ledger, awaited=awaited)


def free(ledger: Ledger) -> Ledger:
    """The ledger without any promise."""
    return changed(ledger, allocations=(), awaited=())


def cancel(ledger: Ledger, quantity: Decimal) -> Ledger:
    """The ledger after a quantity will not be delivered; when nothing is open then, no promise is left."""
    after = changed(ledger, cancelled=ledger.cancelled + quantity)
    return free(after) if after.open == 0 else after


def ship(ledger: Ledger, quantity: Decimal, *ended: tuple[tuple[str, Decimal], ...]) -> Ledger:
    """The ledger after a shipment; these promises, by location, were used up or given back."""
    left = {each.location: each.quantity for each in ledger.allocations}
    for location, part in chain(*ended):
        left[location] -= part
    promised = tuple([Allocation(location, part) for location, part in left.items() if part])
    return changed(ledger, shipped=ledger.shipped + quantity, allocations=promised)


def arrive(ledger: Ledger, ended: tuple[tuple[str, Decimal], ...]) -> Ledger:
    """The ledger after these promises of arriving goods, by location, were kept or given back."""
    gone = dict(ended)
    left = [(each.location, each.quantity - gone.get(each.location, ZERO)) for each in ledger.awaited]
    return changed(ledger, awaited=tuple([Allocation(location, part) for location, part in left if part]))


def take_back(ledger: Ledger, quantity: Decimal, cancelled: Decimal) -> Ledger:
    """The ledger as if a shipment had not left: its quantity, and what was closed short with it, are open again."""
    return changed(ledger, shipped=ledger.shipped - quantity, cancelled=ledger.cancelled - cancelled)


def deliver(ledger: Ledger, quantity: Decimal) -> Ledger:
    """The ledger after a quantity arrived at the buyer's."""
    return changed(ledger, delivered=ledger.delivered + quantity)


def invoice(ledger: Ledger, quantity: Decimal) -> Ledger:
    """The ledger after a quantity was billed."""
    return changed(ledger, invoiced=ledger.invoiced + quantity)


def request_return(ledger: Ledger, quantity: Decimal) -> Ledger:
    """The ledger after it was agreed that a quantity comes back (negative: that it does not)."""
    return changed(ledger, return_requested=ledger.return_requested + quantity)


def return_(ledger: Ledger, good: Decimal, scrapped: Decimal, unbilled: Decimal = ZERO) -> Ledger:
    """The ledger after a quantity came back, good or spoilt; `unbilled` of it was not billed yet."""
    return changed(
        ledger,
        returned=ledger.returned + good,
        scrapped=ledger.scrapped + scrapped,
        never_billed=ledger.never_billed + unbilled,
    )


def credit(ledger: Ledger, quantity: Decimal) -> Ledger:
    """The ledger after a billed quantity was credited."""
    return changed(ledger, credited=ledger.credited + quantity)
