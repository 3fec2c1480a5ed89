"""Statements and rows written by hand."""

from datetime import date
from typing import Any

from otcore.payments.receipt import Receipt, ReceiptRecorded, evolve
from otcore.payments.statement import BankStatement, BankTransaction
from otcore.values.money import Money

DAY = date(2026, 3, 20)
ACCOUNT = "DE89370400440532013000"


def eur(amount: str) -> Money:
    return Money(amount, "EUR")


def row(amount: str = "100.00", booked: date = DAY, credit: bool = True, **more: Any) -> BankTransaction:
    return BankTransaction(eur(amount), credit, more.pop("reversal", False), booked, booked, **more)


def statement(*rows: BankTransaction, id: str = "7", closed: date = DAY, account: str = ACCOUNT) -> BankStatement:
    """A statement that adds up, whatever its rows."""
    movement = sum((each.signed for each in rows), eur("0.00"))
    return BankStatement(account, id, "EUR", closed, closed, eur("1000.00"), eur("1000.00") + movement, rows)


def receipt(amount: str = "100.00", id: str = "R1", customer: str = "", **more: Any) -> Receipt:
    return evolve(None, ReceiptRecorded(id, "", ACCOUNT, row(amount, **more), customer))
