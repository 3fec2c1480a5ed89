"""Invoices before delivery: what they bill of an order, and how later invoices take them off again."""

from collections.abc import Mapping, Sequence

from attrs import evolve as changed

from otcore.customers.billing import Deduction
from otcore.invoicing.calculation import InvoiceInput, calculate
from otcore.invoicing.invoice import Invoice
from otcore.invoicing.on_account import BilledAmount, BillingStep, bill_until, billed_amount, deduct, deduct_paid, marks
from otcore.invoicing.policies.portion import Portion, rest_of
from otcore.orders.advances import BilledAdvance, Milestone, advances_left
from otcore.orders.order import Order
from otcore.values.faults import Invalid, Rejected
from otcore.values.money import Money, total
from otcore.values.percentage import Percentage


def advance_of(order: Order, amount: Money, invoices: Mapping[str, Invoice]) -> InvoiceInput:
    """The invoice of an amount of what is not billed of an order yet, tax included; `invoices`: those before it.

    Refused: `AMOUNT_NOT_POSITIVE`, `ADVANCE_EXCEEDS`, `NOTHING_TO_BILL`.
    """
    rest = rest_of(order).bill
    left = calculate(rest).payable - advances_left(order.advances, order.currency)
    if amount.minor <= 0:
        raise Rejected("AMOUNT_NOT_POSITIVE", order=order.id, amount=str(amount))
    if amount > left:
        raise Rejected("ADVANCE_EXCEEDS", order=order.id, amount=str(amount), left=str(left))
    if any(line.ledger.invoiced for line in order.lines):
        return bill_until(rest, amount)
    before = billed_before(order, invoices)
    return bill_until(rest, total((each.total for each in before), order.currency) + amount, before)


def billed_before(order: Order, invoices: Mapping[str, Invoice]) -> tuple[BilledAmount, ...]:
    """The order's invoices before delivery that stand, oldest first, each under the id of its invoice."""
    standing = [each for each in order.advances if each.stands]
    return tuple([_billed(invoices[each.invoice]) for each in standing])


def _billed(invoice: Invoice) -> BilledAmount:
    return changed(billed_amount(invoice.document, invoice.credited), number=invoice.id)


def less_advances(portions: Sequence[Portion], invoices: Mapping[str, Invoice], way: Deduction) -> tuple[Portion, ...]:
    """The portions, each less what was billed of its order before delivery: the oldest first, as far as it goes."""
    used: dict[str, Money] = {}
    found = []
    for portion in portions:
        advances = portion.order.advances
        used |= {each.invoice: each.deducted for each in advances if each.invoice not in used}
        if not any((each.stands - used[each.invoice]).minor > 0 for each in advances):
            found.append(portion)
            continue
        less = _WAYS[way](portion.bill, billed_before(portion.order, invoices), used)
        for number, amount in less.taken:
            used[number] = used[number] + amount
        found.append(changed(portion, less=less))
    return tuple(found)


_WAYS = {Deduction.LINES: deduct, Deduction.PAID: deduct_paid}


def milestone_amount(order: Order, milestone: Milestone) -> Money:
    """What a milestone that is not the last comes to: its step of the order's value, by cumulative percentages."""
    steps = steps_of(order.milestones)
    reached = marks(rest_of(order).bill, steps)
    at = [each.id for each in order.milestones].index(milestone.id)
    return reached[at] - reached[at - 1] if at else reached[at]


def steps_of(milestones: Sequence[Milestone]) -> list[BillingStep]:
    """The plan in steps; the last takes what is left, whatever it says. Raises `Invalid` BILLING_STEP."""
    *before, last = [BillingStep(percent=each.percent, amount=each.amount, name=each.name) for each in milestones]
    return [*before, BillingStep(name=last.name)]


def billed_milestones(advances: Sequence[BilledAdvance]) -> set[str]:
    """The milestones whose invoices stand."""
    return {each.milestone for each in advances if each.milestone and each.stands}


def amount_of(order: Order, percent: Percentage | None, amount: Money | None) -> Money:
    """The amount, or the percentage of the order's value, rounded half up. Raises `Invalid` ADVANCE_SIZE for both or
    neither, CURRENCY_MISMATCH.
    """
    if (percent is None) is (amount is None):
        raise Invalid.one("ADVANCE_SIZE", "give a percentage or an amount", "/amount")
    if amount is None:
        assert percent is not None, "one of them is given"
        return Money.rounded(percent.of(order.value.amount), order.currency)
    if amount.currency != order.currency:
        message = f"the order is in {order.currency}"
        raise Invalid.one("CURRENCY_MISMATCH", message, "/amount", order=order.currency, currency=amount.currency)
    return amount
