"""Whether a row of a report or a notification and a row of another bank file are one payment.

The two are worded differently at times, so the fingerprint is not enough: what counts is the amount and a reference
that both have.
"""

from datetime import timedelta

from otcore.payments.statement import BankTransaction

_DAYS = timedelta(days=5)  # between what is told within the day and what is booked: a weekend and a holiday


def same_payment(one: BankTransaction, other: BankTransaction) -> bool:
    """The same amount and direction, at most five days apart, and the same bank reference; or the same end-to-end
    reference, where the bank references or the days do not speak against it.
    """
    if (one.amount, one.credit, one.reversal) != (other.amount, other.credit, other.reversal):
        return False
    if abs(one.booked - other.booked) > _DAYS:
        return False
    if one.bank_reference and one.bank_reference == other.bank_reference:
        return True
    if not one.end_to_end or one.end_to_end != other.end_to_end:
        return False
    return _agree(one.payer_account, other.payer_account) and (
        _agree(one.bank_reference, other.bank_reference) or one.booked == other.booked
    )


def batch_key(row: BankTransaction) -> str:
    """The bank's reference of the entry that a row is, or is a part of; "" when there is none."""
    return row.entry_reference or row.bank_reference


def _agree(one: str, other: str) -> bool:
    return not one or not other or one == other
