"""How a row of a bank statement is told from others: by all that the bank says of it, and by counting equal rows."""

from hashlib import sha256

from otcore.payments.statement import BankTransaction


def fingerprint(account: str, row: BankTransaction) -> str:
    """Twelve hexadecimal digits (SHA-256) over what a bank says of a row; its comment (`additional`) may change."""
    said = (
        account,
        row.booked.isoformat(),
        row.value_date.isoformat(),
        str(row.amount),
        row.bank_reference,
        row.end_to_end,
        row.payer_name,
        row.payer_account,
        row.structured_reference,
        *row.text,
    )
    return sha256("\x1f".join(said).encode()).hexdigest()[:12]


def followed(row: BankTransaction) -> bool:
    """Whether a row gets an id: money in, and money that is taken back or comes back."""
    return row.credit or row.reversal


def stem(account: str, row: BankTransaction) -> str:
    """What the ids of equal rows begin with; their number follows. A return never has the id of a receipt."""
    mark = ("RC" if row.credit else "RD") if row.reversal else ""
    return f"{row.booked:%Y%m%d}-{fingerprint(account, row)}-{mark}"
