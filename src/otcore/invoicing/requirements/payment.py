"""What an invoice must say of how it is paid."""

from collections.abc import Iterator

from otcore.invoicing.document import InvoiceDocument
from otcore.invoicing.payment_instructions import PaymentInstructions
from otcore.invoicing.stating import follows_extension, follows_peppol, specified
from otcore.invoicing.stating.document import stated_payment
from otcore.values.faults import Fault

_CREDIT_TRANSFERS = {"30", "58"}
_DIRECT_DEBITS = {"49", "59"}
_NOTHING = PaymentInstructions(means="")
_CARD_DIGITS = 10


def payment_faults(invoice: InvoiceDocument) -> Iterator[Fault]:
    """Who says nothing of how to pay need say no more; who says something says it whole."""
    payment = invoice.payment
    if not payment.means.strip() and payment != _NOTHING:
        yield Fault("BR-49", "how to pay has a code of UNCL 4461", "/payment/means")
    if payment.means in _CREDIT_TRANSFERS and not stated_payment(payment).iban.strip():
        yield Fault("BR-61", "a credit transfer needs an account to pay to", "/payment/iban")
    for index, account in enumerate(payment.further_accounts):
        if not account.iban.strip():
            yield Fault("BR-50", "an account has a number", f"/payment/further_accounts/{index}/iban")
    if payment.card and sum(sign.isdigit() for sign in payment.card.number) > _CARD_DIGITS:
        yield Fault("BR-51", "a card is named by its last digits", "/payment/card/number")
    if follows_peppol(invoice) and payment.means in _DIRECT_DEBITS and not _mandate(payment).strip():
        yield Fault("PEPPOL-EN16931-R061", "a direct debit has a mandate", "/payment/direct_debit/mandate")
    if invoice.third_party and not follows_extension(specified(invoice).customization):
        message = "payments collected for others are known to the extension of XRechnung only"
        yield Fault("THIRD_PARTY_EXTENSION", message, "/third_party")


def _mandate(payment: PaymentInstructions) -> str:
    return payment.direct_debit.mandate if payment.direct_debit else ""
