"""Invoices of amounts: a down payment, a milestone. Each bills an order from what is billed of it up to a mark.

Every way of being taxed is billed in proportion, by cumulative shares: the parts add up to the order, the last one
takes the remainder, and no step takes back a cent of an earlier one (which the largest remainder of each step would:
shares may fall when the amount grows). What tax rounds otherwise than in the order is the rounding amount (BT-114).
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction

from otcore.invoicing.calculation import calculate
from otcore.invoicing.inputs import InvoiceInput
from otcore.invoicing.lines import LineInput
from otcore.invoicing.on_account.groups import BilledAmount, Group, by_key, groups_of
from otcore.invoicing.on_account.lines import ONE, amount_lines
from otcore.invoicing.on_account.steps import plain_order
from otcore.invoicing.parts.fitting import settled
from otcore.invoicing.parts.numbering import fresh_ids
from otcore.invoicing.parts.share import printed_unit, share
from otcore.values.fast_init import changed
from otcore.values.faults import Invalid, Rejected
from otcore.values.money import Money, total
from otcore.values.price import UnitPrice
from otcore.values.quantity import Quantity


def bill_until(whole: InvoiceInput, until: Money, billed: Sequence[BilledAmount] = ()) -> InvoiceInput:
    """The invoice that brings what is billed of an order up to an amount, tax included; `billed`: the ones before.

    It comes to exactly the difference. The order may have changed since: what was billed is taken as it was. What is
    stated of the order as paid before, collected for others or rounded is left aside.
    Refused: `AMOUNT_NOT_POSITIVE` when so much is billed already, `MORE_THAN_ORDERED`. Raises `Invalid`
    CURRENCY_MISMATCH, TAX_BY_UNIT.
    """
    if until.currency != whole.currency:
        message = f"the order is in {whole.currency}, this is in {until.currency}"
        raise Invalid.one("CURRENCY_MISMATCH", message, order=whole.currency, currency=until.currency)
    whole = plain_order(whole)
    totals = calculate(whole)
    ordered = totals.payable
    before = total([each.total for each in billed], whole.currency)
    if until <= before:
        raise Rejected("AMOUNT_NOT_POSITIVE", billed=str(before), until=str(until))
    if until > ordered:
        raise Rejected("MORE_THAN_ORDERED", ordered=str(ordered), until=str(until))
    reached = Fraction(until.minor, ordered.minor)
    groups = _left(groups_of(whole, totals), reached, billed, printed_unit(whole.currency, whole.profile))
    return settled(_bill(whole, groups), until.minor - before.minor)


def _left(groups: tuple[Group, ...], reached: Fraction, billed: Iterable[BilledAmount], unit: int) -> tuple[Group, ...]:
    """What of each group lies between what was billed and the mark; groups that the order lost are taken back."""
    done = [group for each in billed for group in each.groups]
    known = by_key([changed(group, amount=0) for group in (*done, *groups)])
    sums = dict.fromkeys(known, 0)
    for group in groups:
        sums[group.key] += share(group.amount, reached, unit)
    for group in done:
        sums[group.key] -= group.amount
    return tuple([changed(group, amount=sums[key]) for key, group in known.items()])


def _bill(whole: InvoiceInput, groups: tuple[Group, ...]) -> InvoiceInput:
    """Lines of these amounts under the order's rules; one of nothing where the amount is too small for any."""
    lines = tuple(amount_lines(groups, whole.currency, fresh_ids(()))) or (_nothing(groups[0], whole.currency),)
    return InvoiceInput(whole.currency, lines, tax_included=whole.tax_included, profile=whole.profile)


def _nothing(group: Group, currency: str) -> LineInput:
    return LineInput("1", Quantity.trusted(Decimal(1), ONE), UnitPrice(0, currency), group.tax, (), group.taxes)
