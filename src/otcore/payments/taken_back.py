"""Which receipt a bank reversal takes back: by what the two rows say, the strongest first, and only where it is one."""

from collections.abc import Callable, Sequence

from attrs import frozen

from otcore.payments.receipt import Receipt
from otcore.payments.statement import BankTransaction
from otcore.values.account import compact_account
from otcore.values.money import Money

NOT_STATED = frozenset({"", "NOTPROVIDED", "NONREF"})
"""What banks write where the payer gave no reference."""


@frozen
class Behind:
    """The receipt behind a reversal, and how much of it went back; none: why it is not known."""

    receipt: Receipt | None
    amount: Money
    reason: str = ""


def behind(row: BankTransaction, account: str, receipts: Sequence[Receipt]) -> Behind:
    """The one receipt on this account that a reversal takes back whole; charges on top are no part of it.

    Reasons: `NO_PAYMENT`, `AMBIGUOUS`.
    """
    whole = (row.amount,) if row.original is None else (row.amount, row.original)
    fitting = [each for each in receipts if each.account == account and each.day <= row.booked and each.kept in whole]
    for says in _SAYS:
        found = [each for each in fitting if says(row, each.transaction)]
        if len(found) == 1:
            return Behind(found[0], found[0].kept)
        if found:
            return Behind(None, row.amount, "AMBIGUOUS")
    return Behind(None, row.amount, "NO_PAYMENT")


def _reference(row: BankTransaction, paid: BankTransaction) -> bool:
    """The reference of the payment, or the bank's of its row."""
    stated = {row.end_to_end, row.bank_reference}
    if row.returned is not None:
        stated |= {row.returned.end_to_end, row.returned.bank_reference}
    return bool({paid.end_to_end, paid.bank_reference} & stated - NOT_STATED)


def _words(row: BankTransaction, paid: BankTransaction) -> bool:
    """The payer's account, and all that the payer had written."""
    return _account(row, paid) and (row.text, row.structured_reference) == (paid.text, paid.structured_reference)


def _account(row: BankTransaction, paid: BankTransaction) -> bool:
    return bool(paid.payer_account) and compact_account(row.payer_account) == compact_account(paid.payer_account)


def _name(row: BankTransaction, paid: BankTransaction) -> bool:
    """Without an account, the payer's name and all that was written."""
    written = (row.text, row.structured_reference) == (paid.text, paid.structured_reference)
    return written and bool(paid.payer_name) and row.payer_name == paid.payer_name


_SAYS: tuple[Callable[[BankTransaction, BankTransaction], bool], ...] = (_reference, _words, _account, _name)
