"""How an invoice is to be paid (EN 16931 BG-16 to BG-19)."""

from attrs import frozen


@frozen(kw_only=True)
class CreditTransfer:
    """An account to pay to (BG-17)."""

    iban: str
    bic: str = ""
    account_name: str = ""


@frozen(kw_only=True)
class PaymentCard:
    """The card that was paid with (BG-18). `number` is its last four to six digits, never more (BT-87)."""

    number: str
    holder: str = ""


@frozen(kw_only=True)
class DirectDebit:
    """What a direct debit is collected by (BG-19): the mandate (BT-89), the creditor's identifier (BT-90), the account
    that is debited (BT-91).
    """

    mandate: str = ""
    creditor: str = ""
    account: str = ""


@frozen(kw_only=True)
class PaymentInstructions:
    """How to pay (BG-16): `means` by UNCL 4461 (30 credit transfer, 58 SEPA), `payment_id` is what the payer should
    state. `further_accounts` are others that may be paid to; `means_text` says the means in words (BT-82).
    """

    means: str = "30"
    payment_id: str = ""
    iban: str = ""
    bic: str = ""
    account_name: str = ""
    means_text: str = ""
    further_accounts: tuple[CreditTransfer, ...] = ()
    card: PaymentCard | None = None
    direct_debit: DirectDebit | None = None
