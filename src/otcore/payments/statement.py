"""A bank statement as values: what the reader of a bank file hands over, whatever the file's format."""

from datetime import date
from typing import final

from attrs import Attribute, field, frozen

from otcore.values import Fault, Invalid, Money, total


def _positive(transaction: object, attribute: "Attribute[Money]", amount: Money) -> None:
    if amount.minor <= 0:
        raise Invalid.one("AMOUNT_NOT_POSITIVE", f"a transaction of {amount} moves no money", amount=amount)


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

    `opening` and `closing` are signed: negative is overdrawn. `sequence` is the bank's running number. A statement may
    be wrong in itself; `check` judges it.
    """

    account: str
    statement_id: str
    currency: str
    opened: date
    closed: date
    opening: Money
    closing: Money
    transactions: tuple[BankTransaction, ...]
    sequence: str = ""
    not_cash: tuple[NotCash, ...] = ()

    @property
    def movement(self) -> Money:
        """The signed sum of the transactions. Raises `Invalid` CURRENCY_MISMATCH for one in another currency."""
        return total((transaction.signed for transaction in self.transactions), self.currency)

    def check(self) -> None:
        """Raise `Invalid` when the statement contradicts itself.

        STATEMENT_CURRENCY: an amount is not in the statement's currency. STATEMENT_BALANCE: opening + movement is not
        closing, as when entries were left out or a sign was turned.
        """
        strangers = self._strangers()
        if strangers:
            raise Invalid(*strangers)
        movement = self.movement
        difference = self.closing - (self.opening + movement)
        if difference:
            raise self._unbalanced(movement, difference)

    def _strangers(self) -> list[Fault]:
        amounts = [("the opening balance", self.opening), ("the closing balance", self.closing)]
        amounts += [(f"transaction {place}", entry.amount) for place, entry in enumerate(self.transactions, start=1)]
        return [
            Fault("STATEMENT_CURRENCY", f"{what} of {amount} is not in the account's currency, {self.currency}")
            for what, amount in amounts
            if amount.currency != self.currency
        ]

    def _unbalanced(self, movement: Money, difference: Money) -> Invalid:
        return Invalid.one(
            "STATEMENT_BALANCE",
            f"statement {self.statement_id}: opening {self.opening} and movement {movement} make "
            f"{self.opening + movement}, but the closing balance is {self.closing}: a difference of {difference}",
            account=self.account,
            statement=self.statement_id,
            opening=self.opening,
            movement=movement,
            closing=self.closing,
            difference=difference,
        )
