"""A transaction (`STMTTRN`), or a pending one (`STMTTRNP`)."""

from otcore.adapters.statements.ofx.tree import Element
from otcore.adapters.statements.ofx.values import day_in, money_in, required_day
from otcore.adapters.statements.words import plain, plain_lines
from otcore.payments.statement import BankTransaction, NotCash

_PENDING, _HOLD, _BOOKED = "PDNG", "HOLD", "BOOK"
_ACCOUNTS = ("BANKACCTTO/ACCTID", "CCACCTTO/ACCTID")


def transaction_of(element: Element, currency: str) -> BankTransaction | NotCash:
    """The transaction; a `NotCash` for one that is pending, a hold, or zero.

    The name is that of the other party: the payer of money in, the payee of money out. Raises `Invalid` OFX_MISSING
    (DTPOSTED, TRNAMT), DATE_FORMAT, NUMBER_FORMAT; OFX_CORRECTION for one that changes or deletes an earlier one.
    """
    if element.value("CORRECTFITID"):
        raise element.fault("OFX_CORRECTION", "a correction of an earlier transaction is not taken in")
    amount = money_in(element, "TRNAMT", element.value("CURRENCY/CURSYM") or currency)
    kind, reference, credit = element.value("TRNTYPE").upper(), plain(element.value("FITID")), amount.minor > 0
    aside = _aside(element, kind)
    if aside or not amount:
        return NotCash(aside or _BOOKED, abs(amount), credit, reference)
    booked = required_day(element, "DTPOSTED")
    name = plain(element.value("NAME") or element.value("PAYEE/NAME"))
    account = plain(next(filter(None, map(element.value, _ACCOUNTS)), ""))
    return BankTransaction(
        amount=abs(amount),
        credit=credit,
        reversal=False,
        booked=booked,
        value_date=day_in(element, "DTAVAIL") or booked,
        bank_reference=reference,
        end_to_end=plain(element.value("REFNUM")),
        payer_name=name if credit else "",
        payer_account=account if credit else "",
        text=plain_lines([element.value("EXTDNAME"), element.value("MEMO")]),
        additional=_additional(element),
        payee_name="" if credit else name,
        payee_account="" if credit else account,
        code=plain(kind),
    )


def _aside(element: Element, kind: str) -> str:
    if element.name == "STMTTRNP":
        return _PENDING
    return _HOLD if kind == _HOLD else ""


def _additional(element: Element) -> str:
    cheque, foreign = element.value("CHECKNUM").strip("0"), element.value("ORIGCURRENCY/CURSYM")
    rate = element.value("ORIGCURRENCY/CURRATE")
    parts = (f"cheque {cheque}" if cheque else "", f"from {foreign} at {rate}" if foreign else "")
    return plain(", ".join(filter(None, parts)))
