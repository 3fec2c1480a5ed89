"""A camt entry as transactions: a batch is exploded, what is not booked cash is set aside.

Direction (ISO 20022, ReportEntry, ReversalIndicator): "If the CreditDebitIndicator is CRDT and ReversalIndicator is
Yes, the original operation was a debit entry." So `CdtDbtInd` is the direction in which this entry was booked, and a
reversal never turns it. A bank that means it otherwise contradicts its own balance, and the statement's check says so.
"""

from datetime import date

from otcore.adapters.statements.camt.amounts import amount_in, credit_in, day_in, signed
from otcore.adapters.statements.camt.batch import shares_of
from otcore.adapters.statements.camt.payment import Shared, kept, payment_of, whole
from otcore.adapters.statements.camt.returns import code_in
from otcore.adapters.statements.camt.status import BOOKED, status_in
from otcore.adapters.statements.camt.words import words_in
from otcore.adapters.xml import Cursor, boolean_of
from otcore.payments.statement import BankTransaction, NotCash

_DETAILS = ("NtryDtls/TxDtls", "TxDtls")
_BATCHES = ("NtryDtls/Btch", "Btch")


def read_entry(entry: Cursor, told: date | None = None) -> tuple[BankTransaction | NotCash, ...]:
    """The transactions of an `Ntry`; a `NotCash` when it is not booked, and for an amount of zero.

    An entry without details is one transaction. A single detail takes the entry's amount; the details of a batch must
    make up the entry's amount (`shares_of`). `told` stands in for the days of booking and value where neither is
    stated: the day a report was made. Raises `Invalid`, BATCH_SUM among others.
    """
    amount, credit, status = amount_in(entry.one("Amt")), credit_in(entry), status_in(entry)
    reference = words_in(entry, "AcctSvcrRef") or words_in(entry, "NtryRef")
    if status != BOOKED:
        return (NotCash(status, amount, credit, reference),)
    details = next(filter(None, map(entry.children, _DETAILS)), ())
    shared = _shared(entry, reference, told, len(details))
    if not details:
        return (payment_of(entry, signed(amount, credit), shared),)
    shares = shares_of(details, entry, amount, credit)
    if shares is None:
        return (whole(details, shared),)
    charge = (kept(shares.kept, shared),) if shares.kept else ()
    return (*(payment_of(*each, shared) for each in zip(details, shares.amounts, strict=True)), *charge)


def _shared(entry: Cursor, reference: str, told: date | None, details: int) -> Shared:
    booked, value = day_in(entry, "BookgDt"), day_in(entry, "ValDt")
    day = booked or value or told
    if day is None:
        raise entry.missing("BookgDt")
    return Shared(
        amount=amount_in(entry.one("Amt")),
        credit=credit_in(entry),
        reversal=entry.value("RvslInd", boolean_of) or False,
        booked=day,
        value_date=value or day,
        reference=reference,
        additional=words_in(entry, "AddtlNtryInf"),
        code=code_in(entry),
        batch=_batch(entry),
        details=details,
    )


def _batch(entry: Cursor) -> str:
    """Our own reference of a batch that the bank booked as one."""
    for batch in filter(None, map(entry.child, _BATCHES)):
        return words_in(batch, "PmtInfId") or words_in(batch, "MsgId")
    return ""
