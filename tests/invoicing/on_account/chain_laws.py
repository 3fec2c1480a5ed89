"""What any chain of down payments and its final invoices keep. Also called by the benchmarks, with a million orders."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import count as count_from
from itertools import islice
from random import Random

from attrs import evolve as changed

from otcore.invoicing.calculation import Totals, calculate
from otcore.invoicing.inputs import InvoiceInput
from otcore.invoicing.on_account import (
    BilledAmount,
    BillingStep,
    Deducted,
    bill_until,
    billed_amount,
    deduct,
    deduct_paid,
    marks,
    payable_of,
)
from otcore.invoicing.partial import part_of
from otcore.invoicing.parts.share import printed_unit
from otcore.values import Money
from tests.invoicing.crediting.issued import issued
from tests.invoicing.identities import broken
from tests.invoicing.parts.marks import Marks
from tests.invoicing.parts.marks import marks as shipped
from tests.invoicing.parts.partial_laws import calculated
from tests.invoicing.parts.small_orders import some_of_each

Way = Callable[[InvoiceInput, Sequence[BilledAmount], Mapping[str, Money]], Deducted]
_WAYS: tuple[Way, ...] = (deduct, deduct_paid)


def orders_from_seed(seed: int, count: int) -> None:
    """The law on so many orders that the buyer has to pay for."""
    random = Random(seed)
    for whole in islice(owed(_endless(random, seed)), count):
        a_chain_ends_at_what_is_left(whole, random)


def _endless(random: Random, seed: int) -> Iterator[InvoiceInput]:
    """All kinds of orders, but for taxes on units: an amount has none."""
    for turn in count_from(seed):
        for order in some_of_each(random, turn, 1000):
            if not any(tax.per_unit for line in order.lines for tax in line.taxes):
                yield order


def owed(orders: Iterable[InvoiceInput]) -> Iterator[InvoiceInput]:
    """Those that come to something, without what was paid or rounded before."""
    fresh = (changed(order, prepaid=None, rounding=None, advances=(), third_party=()) for order in orders)
    return (order for order in fresh if calculate(order).payable.minor > 0)


def a_chain_ends_at_what_is_left(whole: InvoiceInput, random: Random) -> None:
    """Down payments to some mark, often all of it, then invoices of what is shipped: they come to the order together,
    and to 0.00 where all was paid down.
    """
    ordered = payable_of(whole)
    billed = billed_to(whole, _steps(random, ordered, printed_unit(whole.currency, whole.profile)))
    paid_down = sum(each.total.minor for each in billed)
    bills = _shipments(whole, random)
    final = list(_final(bills, billed, random.choice(_WAYS)))
    assert paid_down + sum(each.payable.minor for each in final) == ordered.minor
    if paid_down == ordered.minor and all(calculate(bill).payable.minor >= 0 for bill in bills):
        assert not any(each.payable.minor for each in final)


def billed_to(whole: InvoiceInput, steps: Sequence[BillingStep]) -> list[BilledAmount]:
    """Invoices of these steps, each of which comes to its part."""
    billed: list[BilledAmount] = []
    before = 0
    for count, mark in enumerate(marks(whole, steps)):
        if mark.minor > before:
            bill = bill_until(whole, mark, billed)
            assert not broken(bill, calculate(bill))
            note = issued(bill)
            assert note.totals.payable.minor == mark.minor - before
            billed.append(billed_amount(changed(note, number=f"D{count}")))
            before = mark.minor
    return billed


def _steps(random: Random, ordered: Money, unit: int) -> list[BillingStep]:
    """Percentages or an amount, and often the rest."""
    amount = Money.from_minor(random.randrange(1, ordered.minor // unit + 1) * unit, ordered.currency)
    first = random.choice(([BillingStep(percent=30)], [BillingStep(amount=amount)], []))
    return first + ([BillingStep()] if random.random() < 0.6 or not first else [])


def _shipments(whole: InvoiceInput, random: Random) -> list[InvoiceInput]:
    """The order at once, or in parts."""
    if random.random() < 0.7:
        return [whole]
    bills = []
    before: Marks = {}
    for after in shipped(random, whole):
        bills.append(part_of(whole, before, after))
        before = after
    return bills


def _final(bills: Iterable[InvoiceInput], billed: Sequence[BilledAmount], way: Way) -> Iterator[Totals]:
    used: dict[str, Money] = {}
    for bill in bills:
        deducted = way(bill, billed, used)
        for number, taken in deducted.taken:
            used[number] = used[number] + taken if number in used else taken
        yield calculated(deducted.bill)
