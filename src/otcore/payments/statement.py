"""A bank statement as values: what the reader of a bank file hands over, whatever the file's format."""

from datetime import date
from enum import StrEnum
from typing import final

from attrs import Attribute, field, frozen

from otcore.values import Fault, Invalid, Money, total


def _positive(transaction: object, attribute: "Attribute[Money]", amount: Money) -> None:
    if amount.minor <= 0:
        raise Invalid.one("AMOUNT_NOT_POSITIVE", f"a transaction of {amount} moves no money", amount=amount)


class StatementKind(StrEnum):
    """What a bank file is. Only a statement is final and has balances that prove it complete."""

    STATEMENT = "statement"
    INTRADAY = "intraday"  # camt.052, MT942: what was booked so far today
    NOTIFICATION = "notification"  # camt.054: single bookings, told before or beside the statement
    LISTING = "listing"  # OFX, CSV: booked rows of any days, with at most one balance


@final
@frozen
class Returned:
    """Why and of what a payment is a return. `reason`: ISO 20022 return reason (AC04, MD06), else the bank's own code.

    `end_to_end` and `bank_reference` are those of the original payment. Every text is "" when the bank gave none.
    """

    reason: str = ""
    text: str = ""
    end_to_end: str = ""
    bank_reference: str = ""


@final
@frozen
class BankTransaction:
    """Money booked in or out of an account: one payment. Batches are exploded before they come here.

    `amount` is positive (else `Invalid` AMOUNT_NOT_POSITIVE); `credit` says that it is money in. `reversal` marks the
    return of an earlier payment: `credit` stays the direction of this booking, so a reversal with `credit` false takes
    back money that once came in. The payer is the debtor of the underlying payment, also when that payment is taken
    back; `payer_account` is an IBAN or the bank's own number. `end_to_end` is the payer's own reference,
    `structured_reference` the creditor reference (ISO 11649 or national), `text` the unstructured remittance lines,
    `additional` the bank's words. Every text is "" when the bank gave none.

    `mandate`: of a direct debit. `original`: the amount as ordered (of a return: as once booked), None where the bank
    states none. `charges`: what banks kept of it, or booked on top of a return. `returned` goes with `reversal`. The
    payee is whom money out went to. `batch_reference`: our own reference of the batch that this was a part of (a
    payment information id); `entry_reference`: the bank's reference of the batch as it was booked. `code`: the bank's
    code for this sort of transaction.
    """

    amount: Money = field(validator=_positive)
    credit: bool
    reversal: bool
    booked: date
    value_date: date
    bank_reference: str = ""
    end_to_end: str = ""
    payer_name: str = ""
    payer_account: str = ""
    structured_reference: str = ""
    text: tuple[str, ...] = ()
    additional: str = ""
    mandate: str = ""
    original: Money | None = None
    charges: Money | None = None
    returned: Returned | None = None
    payee_name: str = ""
    payee_account: str = ""
    batch_reference: str = ""
    entry_reference: str = ""
    code: str = ""

    @property
    def signed(self) -> Money:
        """The amount, negative when it is money out."""
        return self.amount if self.credit else -self.amount


@final
@frozen
class NotCash:
    """An entry of a statement that moved no booked cash: pending, for information, of a future day, or zero.

    `status` is the bank's own word (ISO 20022: PDNG, INFO, FUTR; BOOK with an amount of zero).
    """

    status: str
    amount: Money
    credit: bool
    bank_reference: str = ""


@final
@frozen
class BankStatement:
    """What a bank says of one account from `opened` to `closed`, the days of the opening and the closing balance.

    `opening` and `closing` are signed: negative is overdrawn; None: not stated (then `opened` and `closed` are the days
    that it covers). `sequence` is the bank's running number. A statement may be wrong in itself; `check` judges it.
    """

    account: str
    statement_id: str
    currency: str
    opened: date
    closed: date
    opening: Money | None
    closing: Money | None
    transactions: tuple[BankTransaction, ...]
    sequence: str = ""
    not_cash: tuple[NotCash, ...] = ()
    kind: StatementKind = StatementKind.STATEMENT

    @property
    def movement(self) -> Money:
        """The signed sum of the transactions. Raises `Invalid` CURRENCY_MISMATCH for one in another currency."""
        return total((transaction.signed for transaction in self.transactions), self.currency)

    def check(self) -> None:
        """Raise `Invalid` when the statement contradicts itself.

        STATEMENT_CURRENCY: an amount is not in the statement's currency. STATEMENT_BALANCE: a final statement lacks a
        balance; or opening + movement is not closing, as when entries were left out or a sign was turned.
        """
        strangers = self._strangers()
        if strangers:
            raise Invalid(*strangers)
        if self.kind is StatementKind.STATEMENT and (self.opening is None or self.closing is None):
            raise self._unproven()
        if self.opening is None or self.closing is None:
            return
        difference = self.closing - (self.opening + self.movement)
        if difference:
            raise self._unbalanced(self.opening, self.closing, difference)

    def _strangers(self) -> list[Fault]:
        amounts = [("the opening balance", self.opening), ("the closing balance", self.closing)]
        amounts += [(f"transaction {place}", entry.amount) for place, entry in enumerate(self.transactions, start=1)]
        return [
            Fault("STATEMENT_CURRENCY", f"{what} of {amount} is not in the account's currency, {self.currency}")
            for what, amount in amounts
            if amount is not None and amount.currency != self.currency
        ]

    def _unproven(self) -> Invalid:
        missing = "opening" if self.opening is None else "closing"
        return Invalid.one(
            "STATEMENT_BALANCE",
            f"statement {self.statement_id}: there is no {missing} balance",
            account=self.account,
            statement=self.statement_id,
        )

    def _unbalanced(self, opening: Money, closing: Money, difference: Money) -> Invalid:
        movement = self.movement
        return Invalid.one(
            "STATEMENT_BALANCE",
            f"statement {self.statement_id}: opening {opening} and movement {movement} make "
            f"{opening + movement}, but the closing balance is {closing}: a difference of {difference}",
            account=self.account,
            statement=self.statement_id,
            opening=opening,
            movement=movement,
            closing=closing,
            difference=difference,
        )
