"""Taking down payments off an invoice, as lines with their tax or as what was paid before.

A down payment that was invoiced with its tax is taken off with it: a final invoice that stated the whole tax again
would have it owed twice (Directive 2006/112/EC, Art. 203). So the lines are the usual way; what was paid without an
invoice of its own is the prepaid amount (EN 16931 BT-113).
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from attrs import evolve as changed
from attrs import frozen

from otcore.invoicing.adjustments import AllowanceCharge
from otcore.invoicing.advances import Advance
from otcore.invoicing.calculation import calculate
from otcore.invoicing.inputs import InvoiceInput
from otcore.invoicing.lines import LineInput
from otcore.invoicing.on_account.groups import BilledAmount, Group
from otcore.invoicing.on_account.lines import amount_lines
from otcore.invoicing.parts.fitting import settled
from otcore.invoicing.parts.numbering import fresh_ids
from otcore.invoicing.parts.share import printed_unit, share
from otcore.values.adjustment import Adjustment
from otcore.values.decimals import plain
from otcore.values.fast_init import changed as renewed
from otcore.values.faults import Invalid
from otcore.values.money import Money

Used = Mapping[str, Money]


@frozen
class Deducted:
    """An invoice less down payments: `taken` of each, by its number; `lines`: the numbers by the lines they are on."""

    bill: InvoiceInput
    taken: tuple[tuple[str, Money], ...]
    lines: tuple[tuple[str, str], ...] = ()

    @property
    def money(self) -> Mapping[str, Money]:
        """What was taken of each, by its number."""
        return dict(self.taken)


def deduct(bill: InvoiceInput, billed: Sequence[BilledAmount], used: Used | None = None) -> Deducted:
    """The invoice less what was billed on account, in the order given and as far as it goes: lines below zero, one for
    each way of being taxed. `used`: what earlier invoices took of each, by its number.

    It comes to exactly that much less, and to 0.00 where down payments cover it. Raises `Invalid` CURRENCY_MISMATCH.
    """
    taken, target = _taken(bill, billed, used or {})
    unit = printed_unit(bill.currency, bill.profile)
    lines: list[tuple[str, str]] = []
    bill = _pinned(bill) if taken else bill
    for each, before, take in taken:
        more = _lines(bill, each, before, take, unit)
        bill = changed(bill, lines=(*bill.lines, *more))
        lines.extend((line.id, each.number) for line in more)
    return Deducted(settled(bill, target) if taken else bill, _by_number(taken), tuple(lines))


def deduct_paid(bill: InvoiceInput, billed: Sequence[BilledAmount], used: Used | None = None) -> Deducted:
    """The invoice with the down payments as what was paid before (BT-113), each by its number and day."""
    taken, target = _taken(bill, billed, used or {})
    advances = [Advance(amount=take, reference=each.number, day=each.issued) for each, _, take in taken]
    less = changed(bill, advances=(*bill.advances, *advances))
    return Deducted(settled(less, target) if taken else bill, _by_number(taken))


def _pinned(bill: InvoiceInput) -> InvoiceInput:
    """The invoice with its allowances and charges as they are: their percentages are of no deductions."""
    if all(asked.percent is None or asked.base is not None for asked in bill.adjustments):
        return bill
    pairs = zip(bill.adjustments, calculate(bill).adjustments, strict=True)
    return changed(bill, adjustments=tuple([_of_its_base(asked, found) for asked, found in pairs]))


def _of_its_base(asked: Adjustment, found: AllowanceCharge) -> Adjustment:
    """A percentage names its base; of amounts with tax it becomes the amount."""
    if asked.percent is None or asked.base is not None:
        return asked
    if found.base is not None:
        return changed(asked, base=found.base, running=False)
    reason = asked.reason or f"{plain(asked.percent)} %"
    return changed(asked, percent=None, amount=found.with_tax, running=False, reason=reason)


def _taken(
    bill: InvoiceInput, billed: Sequence[BilledAmount], used: Used
) -> tuple[tuple[tuple[BilledAmount, Money, Money], ...], int]:
    """What is taken of each, as long as anything is payable, with what was used of it before; and what that leaves."""
    payable, zero = calculate(bill).payable, Money.zero(bill.currency)
    taken = []
    for each in billed:
        before = used.get(each.number, zero)
        if each.total.currency != bill.currency:
            message = f"the invoice is in {bill.currency}, {each.number[:40]!a} in {each.total.currency}"
            raise Invalid.one("CURRENCY_MISMATCH", message, invoice=bill.currency, currency=each.total.currency)
        take = min(each.total - before, payable)
        if take > zero:
            taken.append((each, before, take))
            payable = payable - take
    return tuple(taken), payable.minor


def _lines(bill: InvoiceInput, each: BilledAmount, before: Money, take: Money, unit: int) -> tuple[LineInput, ...]:
    """An amount of a down payment as lines below zero, by cumulative shares of what it billed."""
    steps = Fraction(before.minor, each.total.minor), Fraction((before + take).minor, each.total.minor)
    groups = [renewed(group, amount=_share(group, steps, unit)) for group in each.groups]
    return tuple(amount_lines(groups, bill.currency, fresh_ids(bill.lines)))


def _share(group: Group, steps: tuple[Fraction, Fraction], unit: int) -> int:
    before, after = steps
    return share(group.amount, before, unit) - share(group.amount, after, unit)


def _by_number(taken: Sequence[tuple[BilledAmount, Money, Money]]) -> tuple[tuple[str, Money], ...]:
    return tuple((each.number, take) for each, _, take in taken)
