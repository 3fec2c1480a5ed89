"""Payments from a file, or from a bank statement."""

from datetime import date

from attrs import evolve

from otcore.adapters.cash_files.bank_rows import money_rows
from otcore.adapters.cash_files.columns import AS_IT_SAYS, PAYMENTS, Layout
from otcore.adapters.cash_files.reading import Shape, Taken, read
from otcore.adapters.cash_files.record import Record
from otcore.payments.statement import BankStatement, BankTransaction
from otcore.reconciliation.payment import Payment
from otcore.values.account import compact_account
from otcore.values.faults import Invalid
from otcore.values.money import Money

_NO_DAY = date(1900, 1, 1)


def read_payments(data: bytes, layout: Layout = AS_IT_SAYS) -> Taken[Payment]:
    """Payments: `amount`, `day`, and what came with them. One without an id is called by its line: "row 12".

    PAYMENT_TWICE for an id that comes again. Raises `Invalid` for a file that cannot be told apart.
    """
    return read(data, _PAYMENTS, layout)


def payments_of_statement(statement: BankStatement) -> tuple[Payment, ...]:
    """What a bank statement says came in, and what of that was taken back (negative); money that we paid is none.

    Ids are those of `payments.importing`: the same row of an overlapping statement has the same.
    """
    return tuple(_of_row(row.id, row.transaction) for row in money_rows(statement))


def _of_row(id: str, row: BankTransaction) -> Payment:
    return Payment(
        id=id,
        amount=row.signed,
        day=row.booked,
        payer_name=row.payer_name,
        payer_account=row.payer_account,
        reference=row.structured_reference,
        text=row.text or ((row.additional,) if row.additional else ()),
        end_to_end=row.end_to_end,
        original=_elsewhere(row.original, row.amount.currency),
    )


def _payment(record: Record) -> Payment:
    amount = record.money("amount", record.currency(), Money.from_minor(0, "XXX"))
    payment = Payment(
        id=record.id("id", f"row {record.row.line}"),
        amount=amount,
        day=record.day("day", _NO_DAY),
        payer_name=record.name("payer_name"),
        payer_account=compact_account(record.name("payer_account")),
        reference=record.name("reference"),
        text=record.lines("text"),
        end_to_end=record.name("end_to_end"),
    )
    if not amount and not record.faults:
        raise Invalid.one("AMOUNT_ZERO", "a payment of nothing is none")
    return _with_original(payment, record)


def _with_original(payment: Payment, record: Record) -> Payment:
    if not record.has("original"):
        return payment
    currency = record.id("original_currency", payment.amount.currency)
    original = record.money("original", currency, payment.amount)
    return evolve(payment, original=_elsewhere(original, payment.amount.currency))


def _elsewhere(original: Money | None, currency: str) -> Money | None:
    """What was ordered in another currency; in the same one it says no more than the amount."""
    return None if original is None or original.currency == currency else original


_PAYMENTS = Shape(
    PAYMENTS,
    _payment,
    lambda payment: payment.id,
    frozenset({"orig_amount", "orig_ccy", "booked"}),
    "PAYMENT_TWICE",
    (("amount",), ("day",)),
)
