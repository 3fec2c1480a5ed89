"""Credits as sources of a posting: what of them goes on which item, and what the cash then has to pay."""

from collections.abc import Iterable
from typing import Final

from attrs import evolve, frozen

from otcore.payments.allocation import Allocation
from otcore.receivables.set_off import Use, used_up
from otcore.values.faults import Rejected
from otcore.values.money import Money, total

_LEAST: Final = 1


@frozen
class Sources:
    """What the cash pays, and what credits pay. Law: together they close what the allocations close."""

    allocations: tuple[Allocation, ...]
    uses: tuple[Use, ...]


def sources(allocations: tuple[Allocation, ...]) -> Sources:
    """Allocations of credits (negative) turned into uses for the items of the others, which need so much less cash.

    An item that is closed by more than money keeps at least one minor unit of cash, which carries that. Refused:
    `ITEM_TWICE`, and `CREDIT_LEFT_OVER` where the items cannot take all of the credits, for the rest would be money
    that nobody sent.
    """
    credits = {each.item: -each.amount for each in allocations if each.amount.minor < 0}
    debts = tuple(each for each in allocations if each.amount.minor >= 0)
    if not credits:
        return Sources(allocations, ())
    if len({each.item for each in allocations}) < len(allocations):
        raise Rejected("ITEM_TWICE", items=", ".join(each.item for each in allocations))
    uses = used_up(credits, {each.item: _takes(each) for each in debts if each.exchanged is None})
    if sum(use.amount.minor for use in uses) < sum(each.minor for each in credits.values()):
        raise Rejected("CREDIT_LEFT_OVER", credits=", ".join(credits))
    return Sources(tuple(_paid_in_cash(debts, uses)), uses)


def _takes(debt: Allocation) -> Money:
    if not debt.adjustments:
        return debt.amount
    return Money.from_minor(max(debt.amount.minor - _LEAST, 0), debt.amount.currency)


def _paid_in_cash(debts: tuple[Allocation, ...], uses: tuple[Use, ...]) -> Iterable[Allocation]:
    for debt in debts:
        used = total((use.amount for use in uses if use.item == debt.item), debt.amount.currency)
        if debt.amount > used or not used:
            yield evolve(debt, amount=debt.amount - used)
