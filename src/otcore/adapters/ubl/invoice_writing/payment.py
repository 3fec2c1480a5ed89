"""How an invoice is paid and when (BG-16 to BG-19, BT-9, BT-20)."""

from collections.abc import Iterator

from otcore.adapters.payment_terms.stated import stated_terms
from otcore.adapters.payment_terms.xrechnung import text_of
from otcore.adapters.ubl.common_writing import amount, day
from otcore.adapters.ubl.invoice_form import InvoiceForm
from otcore.adapters.ubl.payment_terms import write_terms
from otcore.adapters.ubl.writing import Element, group, leaf
from otcore.invoicing.advances import ThirdPartyPayment
from otcore.invoicing.document import InvoiceDocument
from otcore.invoicing.payment_instructions import CreditTransfer, DirectDebit, PaymentCard, PaymentInstructions
from otcore.invoicing.stating.document import NOT_KNOWN

_XRECHNUNG = ":xrechnung"


def payment(invoice: InvoiceDocument, form: InvoiceForm) -> Iterator[Element | None]:
    """The means of payment, one an account; the terms; what is collected for others."""
    how = invoice.payment
    due = day("cbc:PaymentDueDate", invoice.due) if form.credits else None
    details = (*_card(how.card), _account(how), *_mandate(how.direct_debit))
    yield _means(how, due, how.means_text, *details)
    yield from [_means(how, None, "", _account(account)) for account in how.further_accounts]
    yield from _terms(invoice)
    yield from map(_third_party, invoice.third_party)


def uses_skonto(customization: str) -> bool:
    """Whether discounts are stated in lines of the terms, as XRechnung has it."""
    return _XRECHNUNG in customization


def _means(how: PaymentInstructions, due: Element | None, words: str, *details: Element | None) -> Element | None:
    code = leaf("cbc:PaymentMeansCode", how.means, name=words)
    return group("cac:PaymentMeans", code, due, leaf("cbc:PaymentID", how.payment_id), *details) if code else None


def _card(card: PaymentCard | None) -> tuple[Element | None, ...]:
    """UBL wants the card's network too, which nobody says."""
    if card is None:
        return ()
    number, network = leaf("cbc:PrimaryAccountNumberID", card.number), leaf("cbc:NetworkID", NOT_KNOWN)
    return (group("cac:CardAccount", number, network, leaf("cbc:HolderName", card.holder)),)


def _account(account: PaymentInstructions | CreditTransfer) -> Element | None:
    """The account to pay to; its holder and bank mean nothing without it (BR-50)."""
    iban = leaf("cbc:ID", account.iban)
    if iban is None:
        return None
    return group(
        "cac:PayeeFinancialAccount",
        iban,
        leaf("cbc:Name", account.account_name),
        group("cac:FinancialInstitutionBranch", leaf("cbc:ID", account.bic)),
    )


def _mandate(debit: DirectDebit | None) -> tuple[Element | None, ...]:
    if debit is None:
        return ()
    payer = group("cac:PayerFinancialAccount", leaf("cbc:ID", debit.account))
    return (group("cac:PaymentMandate", leaf("cbc:ID", debit.mandate), payer),)


def _terms(invoice: InvoiceDocument) -> Iterator[Element | None]:
    """The words (BT-20), then a group for each instalment and each discount that the words do not hold."""
    skonto = uses_skonto(invoice.customization)
    note = text_of(invoice) if skonto else invoice.terms_note
    discounts = () if skonto else invoice.discounts
    yield from map(write_terms, stated_terms(note, invoice.instalments, discounts))


def _third_party(payment: ThirdPartyPayment) -> Element | None:
    """A payment of BG-DEX-09: its kind, amount and description."""
    return group(
        "cac:PrepaidPayment",
        leaf("cbc:ID", payment.kind),
        amount("cbc:PaidAmount", payment.amount),
        leaf("cbc:InstructionID", payment.description),
    )
