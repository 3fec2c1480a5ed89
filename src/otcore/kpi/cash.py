"""The cash report: what came in and where it stands, receipt by receipt."""

from collections.abc import Iterable
from datetime import date

from attrs import frozen

from otcore.payments.allocation import Allocation
from otcore.payments.receipt import Receipt, standing
from otcore.values.currencies import digits
from otcore.values.money import Money, total


@frozen
class CashLine:
    """One receipt. Law: received = applied + on_account + unidentified + unapplied + returned.

    What is not applied is unidentified while the customer is unknown, on account where it stays on purpose, else
    unapplied. `returned`: what the bank took back, and what was refunded. `standing` says it in words; `rule` and
    `reason` say by which rule it was applied, or why something is left.
    """

    receipt: str
    day: date
    customer: str
    payer: str
    received: Money
    applied: Money
    on_account: Money
    unidentified: Money
    standing: str
    rule: str
    reason: str
    allocations: tuple[Allocation, ...]
    unapplied: Money
    returned: Money


@frozen
class CashReport:
    """The receipts of one currency booked by a day, and their sums. The law of the line holds for the sums.

    A gateway's payout is no line: its captures are.
    """

    until: date
    currency: str
    lines: tuple[CashLine, ...]
    received: Money
    applied: Money
    on_account: Money
    unidentified: Money
    unapplied: Money
    returned: Money


def cash_report(receipts: Iterable[Receipt], until: date, currency: str) -> CashReport:
    """The report on receipts booked by the day, ordered by day and id.

    A receipt's state has no dates of its allocations: the split is the one of now. Raises `Invalid` CURRENCY_UNKNOWN.
    """
    digits(currency)
    booked = (each for each in receipts if each.day <= until and each.amount.currency == currency and not each.payout)
    lines = tuple(map(_line, sorted(booked, key=lambda each: (each.day, each.id))))
    return CashReport(
        until,
        currency,
        lines,
        received=total((line.received for line in lines), currency),
        applied=total((line.applied for line in lines), currency),
        on_account=total((line.on_account for line in lines), currency),
        unidentified=total((line.unidentified for line in lines), currency),
        unapplied=total((line.unapplied for line in lines), currency),
        returned=total((line.returned for line in lines), currency),
    )


def cash_reports(receipts: Iterable[Receipt], until: date) -> tuple[CashReport, ...]:
    """One report for each currency that came in by the day, in alphabetical order."""
    booked = [receipt for receipt in receipts if receipt.day <= until and not receipt.payout]
    names = sorted({receipt.amount.currency for receipt in booked})
    return tuple(cash_report(booked, until, name) for name in names)


def _line(receipt: Receipt) -> CashLine:
    left, where = receipt.unapplied, standing(receipt)

    def there(name: str) -> Money:
        return left if where == name else Money.zero(receipt.amount.currency)

    return CashLine(
        receipt=receipt.id,
        day=receipt.day,
        customer=receipt.customer,
        payer=receipt.transaction.payer_name,
        received=receipt.amount,
        applied=receipt.kept - left,
        on_account=there("on account"),
        unidentified=there("unidentified"),
        standing=where,
        rule=receipt.rule,
        reason=receipt.reason,
        allocations=receipt.allocations,
        unapplied=there("unapplied"),
        returned=receipt.amount - receipt.kept,
    )
