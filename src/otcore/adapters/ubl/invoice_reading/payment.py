"""How an invoice is paid (BG-16 to BG-19)."""

from otcore.adapters.ubl.reading import UblCursor, each
from otcore.invoicing.payment_instructions import CreditTransfer, DirectDebit, PaymentCard, PaymentInstructions
from otcore.invoicing.stating.document import NOT_KNOWN

_CODE = "cbc:PaymentMeansCode"
_ID = "cbc:PaymentID"
_ACCOUNT = "cac:PayeeFinancialAccount/cbc:ID"
_NAME = "cac:PayeeFinancialAccount/cbc:Name"
_BANK = "cac:PayeeFinancialAccount/cac:FinancialInstitutionBranch/cbc:ID"
_NETWORK = "cac:CardAccount/cbc:NetworkID"
_CARD = "cac:CardAccount/cbc:PrimaryAccountNumberID"


def read_payment(root: UblCursor, creditor: str) -> PaymentInstructions:
    """How to pay; further accounts where they are for the same means, what else is said of other means stays unread.

    Without `cac:PaymentMeans` the means is "". Raises `Invalid` CARD_NUMBER where more of a card's number is stated
    than may be (BT-87): the number is kept nowhere.
    """
    means = root.children("cac:PaymentMeans")
    if not means:
        return PaymentInstructions(means="", direct_debit=DirectDebit(creditor=creditor) if creditor else None)
    first, *others = means
    code = first.child(_CODE)
    return first.record(
        PaymentInstructions,
        means=lambda: first.words(_CODE),
        means_text=lambda: code.attribute("name") if code else "",
        payment_id=lambda: first.words(_ID),
        iban=lambda: first.words(_ACCOUNT),
        account_name=lambda: first.words(_NAME),
        bic=lambda: first.words(_BANK),
        further_accounts=lambda: each([one for one in others if _like(one, first)], lambda one: _further(one, first)),
        card=lambda: _card(first),
        direct_debit=lambda: _debit(first, creditor),
    )


def _like(other: UblCursor, first: UblCursor) -> bool:
    return other.peek(_CODE) == first.peek(_CODE) and bool(other.peek(_ACCOUNT))


def _further(other: UblCursor, first: UblCursor) -> CreditTransfer:
    other.text(_CODE)
    if other.peek(_ID) == first.peek(_ID):
        other.text(_ID)
    return other.record(
        CreditTransfer,
        iban=lambda: other.words(_ACCOUNT),
        account_name=lambda: other.words(_NAME),
        bic=lambda: other.words(_BANK),
    )


def _card(means: UblCursor) -> PaymentCard | None:
    if not means.peek(_CARD):
        return None
    if means.peek(_NETWORK) == NOT_KNOWN:
        means.text(_NETWORK)
    return means.record(
        PaymentCard,
        number=lambda: means.card_number(_CARD),
        holder=lambda: means.words("cac:CardAccount/cbc:HolderName"),
    )


def _debit(means: UblCursor, creditor: str) -> DirectDebit | None:
    mandate = means.words("cac:PaymentMandate/cbc:ID")
    account = means.words("cac:PaymentMandate/cac:PayerFinancialAccount/cbc:ID")
    return DirectDebit(mandate=mandate, creditor=creditor, account=account) if mandate or creditor or account else None
