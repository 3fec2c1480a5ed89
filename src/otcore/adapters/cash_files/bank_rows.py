"""The rows of bank statements as cash application sees them: money in, what was taken back, and what is neither."""

from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from otcore.payments.importing import fingerprint
from otcore.payments.receipt import Receipt
from otcore.payments.statement import BankStatement, BankTransaction
from otcore.payments.taken_back import behind


@frozen
class MoneyRow:
    """A row that brings money, or takes it back. `id`: that of `payments.importing`, the same in every statement."""

    id: str
    account: str
    transaction: BankTransaction


def money_rows(statement: BankStatement) -> Iterator[MoneyRow]:
    """The rows of money that came in, and of such money that was taken back."""
    seen: dict[str, int] = {}
    for row in statement.transactions:
        if row.credit is row.reversal:
            continue
        print_ = fingerprint(statement.account, row)
        seen[print_] = seen.get(print_, 0) + 1
        yield MoneyRow(f"{row.booked:%Y%m%d}-{print_}-{seen[print_]}", statement.account, row)


def set_aside(statement: BankStatement) -> int:
    """How many entries are neither: what we paid, what came back of that, and what is not booked."""
    return len(statement.transactions) - len(tuple(money_rows(statement))) + len(statement.not_cash)


def taken_back(rows: Iterable[MoneyRow]) -> frozenset[str]:
    """The ids of the payments that other rows take back whole, as `payments.taken_back` finds them; each once."""
    known = tuple({row.id: row for row in rows}.values())
    came = {row.id: _receipt(row) for row in known if row.transaction.credit}
    gone: list[str] = []
    for row in known:
        if row.transaction.credit:
            continue
        found = behind(row.transaction, row.account, _without(came, gone)).receipt
        gone += [found.id] if found else []
    return frozenset(gone)


def _without(came: dict[str, Receipt], gone: Sequence[str]) -> list[Receipt]:
    return [each for id, each in came.items() if id not in gone]


def _receipt(row: MoneyRow) -> Receipt:
    return Receipt(row.id, "", row.account, row.transaction, row.transaction.amount)
