"""An id for a statement to which its bank gave no number, or no number of its own."""

from datetime import date
from hashlib import sha256

from otcore.payments.statement import BankTransaction
from otcore.values import Money

_SEPARATOR = "\x1f"


def unnumbered(
    opened: date, closed: date, balances: tuple[Money | None, ...], rows: tuple[BankTransaction, ...]
) -> str:
    """The days that it covers, and twelve hexadecimal digits (SHA-256) of all that it says.

    So the same file has the same id, and another extract of the same days has another.
    """
    lines = (*map(str, balances), *("\x1e".join(_said(row)) for row in rows))
    return f"{opened}..{closed} {sha256(_SEPARATOR.join(lines).encode()).hexdigest()[:12]}"


def _said(row: BankTransaction) -> tuple[str, ...]:
    days = row.booked.isoformat(), row.value_date.isoformat()
    return (*days, str(row.signed), row.bank_reference, row.end_to_end, row.payer_name, row.payer_account, *row.text)
