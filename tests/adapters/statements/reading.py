"""Reads what a test wrote: the transactions of one entry, or the refusal."""

import pytest

from otcore.adapters.statements.camt import read_camt053
from otcore.payments.statement import BankStatement, BankTransaction
from otcore.values import Fault, Invalid
from tests.adapters.statements.camt_writing import with_entries


def statement_of(*entries: str) -> BankStatement:
    (statement,) = read_camt053(with_entries("0", "0", *entries), check=False)
    return statement


def transactions_of(*entries: str) -> tuple[BankTransaction, ...]:
    return statement_of(*entries).transactions


def faults_of(data: bytes, source: str = "", **options: bool) -> tuple[Fault, ...]:
    with pytest.raises(Invalid) as refused:
        read_camt053(data, source, **options)
    return refused.value.faults


def fault_of(*entries: str) -> Fault:
    (fault,) = faults_of(with_entries("0", "0", *entries), check=False)
    return fault
