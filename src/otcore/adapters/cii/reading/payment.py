"""How a CII document is to be paid (BG-16 to BG-19, BT-9, BT-20)."""

from collections.abc import Sequence
from typing import Any

from otcore.adapters.cii.reading.cursor import CiiCursor
from otcore.adapters.xml.records import each
from otcore.invoicing.payment_instructions import CreditTransfer, DirectDebit, PaymentCard, PaymentInstructions

_MEANS = "ram:SpecifiedTradeSettlementPaymentMeans"
_CODE = "ram:TypeCode"
_PAYEE = "ram:PayeePartyCreditorFinancialAccount"
_IBAN = f"{_PAYEE}/ram:IBANID"
_OTHER = f"{_PAYEE}/ram:ProprietaryID"
_DEBTOR = "ram:PayerPartyDebtorFinancialAccount/ram:IBANID"
_TERMS = "ram:SpecifiedTradePaymentTerms"


def read_payment(settlement: CiiCursor) -> PaymentInstructions:
    """The first means of payment; others of its code that name an account only are further accounts to pay to."""
    means = settlement.children(_MEANS)
    first = means[0] if means else None
    return settlement.record(
        _instructions,
        payment_id=lambda: settlement.words("ram:PaymentReference"),
        direct_debit=lambda: _debit(settlement, first),
        first=lambda: {"means": ""} if first is None else _first(first),
        further_accounts=lambda: each(_alike(means), _further),
    )


def _instructions(*, first: dict[str, Any], **others: Any) -> PaymentInstructions:
    return PaymentInstructions(**first, **others)


def _first(means: CiiCursor) -> dict[str, Any]:
    said: dict[str, Any] = means.record(
        dict,
        means=lambda: means.required(_CODE),
        means_text=lambda: means.prose("ram:Information"),
        card=lambda: _card(means.child("ram:ApplicableTradeSettlementFinancialCard")),
    )
    return said | _account(means)


def _alike(means: Sequence[CiiCursor]) -> list[CiiCursor]:
    return [one for one in means[1:] if one.peek(_CODE) == means[0].peek(_CODE) and _has_account(one)]


def _has_account(means: CiiCursor) -> bool:
    return bool(means.peek(_IBAN) or means.peek(_OTHER))


def _further(means: CiiCursor) -> CreditTransfer:
    means.text(_CODE)
    return CreditTransfer(**_account(means))


def _account(means: CiiCursor) -> dict[str, str]:
    """The account to pay to; without its number the holder and the bank mean nothing, and stay unread (BR-50)."""
    if not _has_account(means):
        return {"iban": ""}
    return means.record(
        dict,
        iban=lambda: means.words(_IBAN) or means.words(_OTHER),
        account_name=lambda: means.words(f"{_PAYEE}/ram:AccountName"),
        bic=lambda: means.words("ram:PayeeSpecifiedCreditorFinancialInstitution/ram:BICID"),
    )


def _card(card: CiiCursor | None) -> PaymentCard | None:
    if card is None or not card.peek("ram:ID"):
        return None
    holder = "ram:CardholderName"
    return card.record(PaymentCard, number=lambda: card.card_number("ram:ID"), holder=lambda: card.words(holder))


def _debit(settlement: CiiCursor, means: CiiCursor | None) -> DirectDebit | None:
    read = settlement.record(
        DirectDebit,
        mandate=lambda: settlement.words(f"{_TERMS}/ram:DirectDebitMandateID"),
        creditor=lambda: settlement.words("ram:CreditorReferenceID"),
        account=lambda: "" if means is None else means.words(_DEBTOR),
    )
    return read if read != DirectDebit() else None
