"""A camt entry as transactions: a batch is exploded, what is not booked cash is set aside.

Direction (ISO 20022, ReportEntry, ReversalIndicator): "If the CreditDebitIndicator is CRDT and ReversalIndicator is
Yes, the original operation was a debit entry." So `CdtDbtInd` is the direction in which this entry was booked, and a
reversal never turns it. A bank that means it otherwise contradicts its own balance, and the statement's check says so.
"""

from datetime import date

from attrs import frozen

from otcore.adapters.statements.camt.amounts import amount_in, credit_in, day_in
from otcore.adapters.statements.camt.words import account_in, payer_in, remittance_in, words_in
from otcore.adapters.xml import Cursor, boolean_of
from otcore.payments.statement import BankTransaction, NotCash
from otcore.values import Invalid, Money, total

_BOOKED = "BOOK"
_NOT_PROVIDED = "NOTPROVIDED"  # what the SEPA rulebooks write where the payer gave no end-to-end reference

# Where a detail may state its amount, best first: as booked, as paid, as converted, as ordered.
_STATED = ("Amt", "AmtDtls/TxAmt/Amt", "AmtDtls/CntrValAmt/Amt", "AmtDtls/InstdAmt/Amt")
# The ordered amount is before charges and conversion, so alone it does not contradict the entry.
_BINDING = _STATED[:2]


@frozen
class _Entry:
    """What the transactions of an entry share."""

    amount: Money
    credit: bool
    reversal: bool
    booked: date
    value_date: date
    reference: str
    additional: str


def read_entry(entry: Cursor) -> tuple[BankTransaction | NotCash, ...]:
    """The transactions of an `Ntry`; a `NotCash` when it is not booked, and for an amount of zero.

    An entry without details is one transaction. A single detail takes the entry's amount; the details of a batch must
    make up the entry's amount: with their own directions, or all with the entry's. Raises `Invalid`, BATCH_SUM among
    others.
    """
    amount, credit, status = amount_in(entry.one("Amt")), credit_in(entry), _status(entry)
    reference = words_in(entry, "AcctSvcrRef") or words_in(entry, "NtryRef")
    if status != _BOOKED:
        return (NotCash(status, amount, credit, reference),)
    shared = _shared(entry, amount, credit, reference)
    details = entry.children("NtryDtls/TxDtls") or entry.children("TxDtls") or (entry,)
    amounts = _amounts(details, shared, entry)
    return tuple(_transaction(*each, shared) for each in zip(details, amounts, strict=True))


def _status(entry: Cursor) -> str:
    status = entry.text("Sts") or entry.text("Sts/Cd") or entry.text("Sts/Prtry")
    if not status:
        raise entry.missing("Sts")
    return status


def _shared(entry: Cursor, amount: Money, credit: bool, reference: str) -> _Entry:
    booked, value = day_in(entry, "BookgDt"), day_in(entry, "ValDt")
    day = booked or value
    if day is None:
        raise entry.missing("BookgDt")
    return _Entry(
        amount=amount,
        credit=credit,
        reversal=entry.value("RvslInd", boolean_of) or False,
        booked=day,
        value_date=value or day,
        reference=reference,
        additional=words_in(entry, "AddtlNtryInf"),
    )


def _amounts(details: tuple[Cursor, ...], shared: _Entry, entry: Cursor) -> list[Money]:
    """The signed amount of each detail: together they are the entry."""
    booked = _signed(shared.amount, shared.credit)
    if details == (entry,):
        return [booked]
    if len(details) == 1:
        single = _stated(details[0], _BINDING, shared.amount.currency)
        stated = [shared.amount if single is None else single]
    else:
        stated = [_required(detail, shared.amount) for detail in details]
    own = [_signed(amount, _direction(detail, shared)) for amount, detail in zip(stated, details, strict=True)]
    same = [_signed(amount, shared.credit) for amount in stated]
    for amounts in (own, same):
        if total(amounts, booked.currency) == booked:
            return amounts
    raise _unequal(entry, shared.amount, stated)


def _stated(detail: Cursor, paths: tuple[str, ...], currency: str) -> Money | None:
    """The amount that a detail states in this currency; what it states in another does not count."""
    for path in paths:
        child = detail.child(path)
        if child is not None and child.attribute("Ccy") == currency:
            return amount_in(child)
    return None


def _required(detail: Cursor, entry: Money) -> Money:
    amount = _stated(detail, _STATED, entry.currency)
    if amount is None:
        raise detail.fault("BATCH_SUM", f"a payment of a batch states no amount in {entry.currency}", entry=entry)
    return amount


def _direction(detail: Cursor, shared: _Entry) -> bool:
    return shared.credit if detail.child("CdtDbtInd") is None else credit_in(detail)


def _signed(amount: Money, credit: bool) -> Money:
    return amount if credit else -amount


def _unequal(entry: Cursor, amount: Money, stated: list[Money]) -> Invalid:
    found = total(stated, amount.currency)
    return entry.fault(
        "BATCH_SUM",
        f"the entry is {amount}, but its {len(stated)} payments make {found}: a difference of {amount - found}",
        entry=amount,
        payments=found,
        difference=amount - found,
    )


def _transaction(detail: Cursor, amount: Money, shared: _Entry) -> BankTransaction | NotCash:
    reference = words_in(detail, "Refs/AcctSvcrRef") or shared.reference
    credit = amount.minor > 0
    if not amount:
        return NotCash(_BOOKED, amount, shared.credit, reference)
    end_to_end = words_in(detail, "Refs/EndToEndId")
    structured, lines = remittance_in(detail)
    return BankTransaction(
        amount=abs(amount),
        credit=credit,
        # A detail with return information is a returned payment, whether or not the bank marks the entry.
        reversal=shared.reversal or detail.child("RtrInf") is not None,
        booked=shared.booked,
        value_date=shared.value_date,
        bank_reference=reference,
        end_to_end="" if end_to_end == _NOT_PROVIDED else end_to_end,
        payer_name=payer_in(detail),
        payer_account=account_in(detail, "RltdPties/DbtrAcct"),
        structured_reference=structured,
        text=lines,
        additional="\n".join(filter(None, (shared.additional, words_in(detail, "AddtlTxInf")))),
    )
