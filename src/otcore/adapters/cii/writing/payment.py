"""How an invoice is to be paid, in CII (BG-16 to BG-19)."""

from collections.abc import Iterator

from otcore.adapters.xml.writing import Element, group, leaf
from otcore.invoicing.payment_instructions import PaymentInstructions
from otcore.values.account import compact_account, looks_like_iban


def payment_means(payment: PaymentInstructions) -> Iterator[Element | None]:
    """The means of payment, once for each account that may be paid to."""
    if not payment.means.strip():
        return
    debit, card = payment.direct_debit, payment.card
    yield _means(
        payment.means,
        leaf("ram:Information", payment.means_text),
        None if card is None else _card(card.number, card.holder),
        None if debit is None else group("ram:PayerPartyDebtorFinancialAccount", leaf("ram:IBANID", debit.account)),
        *_account(payment.iban, payment.account_name, payment.bic),
    )
    for account in payment.further_accounts:
        yield _means(payment.means, *_account(account.iban, account.account_name, account.bic))


def _means(code: str, *others: Element | None) -> Element | None:
    return group("ram:SpecifiedTradeSettlementPaymentMeans", leaf("ram:TypeCode", code), *others)


def _card(number: str, holder: str) -> Element | None:
    return group(
        "ram:ApplicableTradeSettlementFinancialCard", leaf("ram:ID", number), leaf("ram:CardholderName", holder)
    )


def _account(number: str, name: str, bic: str) -> Iterator[Element | None]:
    """The account to pay to; its holder and bank mean nothing without it (BR-50)."""
    if not number.strip():
        return
    kind = "ram:IBANID" if looks_like_iban(compact_account(number)) else "ram:ProprietaryID"
    holder = leaf("ram:AccountName", name)
    children = (leaf(kind, number), holder) if kind == "ram:IBANID" else (holder, leaf(kind, number))
    yield group("ram:PayeePartyCreditorFinancialAccount", *children)
    yield group("ram:PayeeSpecifiedCreditorFinancialInstitution", leaf("ram:BICID", bic))
