"""How a document is to be paid, and when."""

from datetime import timedelta

from otcore.invoicing.document import PaymentInstructions
from otcore.invoicing.payment_instructions import CreditTransfer, DirectDebit, PaymentCard
from otcore.values import Money, Percentage
from otcore.values.terms import DiscountOffer, Instalment
from tests.invoicing.generated.words import code, coded, maybe, text

IBANS = ("SE4550000000058398257466", "DE89370400440532013000", "NL91ABNA0417164300")


def payment(random):
    """Transfer, card, direct debit, or nothing said."""
    kind = random.choice(("transfer", "transfer", "card", "debit", "cash", "nothing"))
    if kind == "nothing":
        return PaymentInstructions(means="")
    more = coded(random, "payment_id", "means_text")
    if kind == "transfer":
        return PaymentInstructions(means=random.choice(("30", "58")), **more, **_accounts(random))
    if kind == "card":
        card = PaymentCard(number="1234", holder=random.choice(("", "A. Buyer")))
        return PaymentInstructions(means="48", card=card, **more)
    if kind == "debit":
        debit = DirectDebit(mandate=code(random), creditor=code(random), account=IBANS[1])
        return PaymentInstructions(means=random.choice(("49", "59")), direct_debit=debit, **more)
    return PaymentInstructions(means="10", **more)


def _accounts(random):
    further = tuple(CreditTransfer(iban=iban) for iban in IBANS[1 : 1 + random.randrange(3)])
    named = {"bic": "ESSESESS"} if random.random() < 0.5 else {}
    return {"iban": IBANS[0], "further_accounts": further, **coded(random, "account_name"), **named}


def settled(random, invoice):
    """When it is due. A credit note states that with how it is paid, so only where it says so."""
    if invoice.type_code in ("381", "396") and not invoice.payment.means:
        return {"terms_note": text(random)}
    due = {"due": invoice.issued + timedelta(days=random.randrange(90))}
    return due | {"terms_note": maybe(random, lambda: text(random)) or ""}


def in_parts(random, invoice):
    """The payable amount in two parts, and something off for paying early."""
    payable = invoice.totals.payable
    days = (invoice.issued + timedelta(days=30), invoice.issued + timedelta(days=60))
    first = Money(random.randrange(100), payable.currency)
    instalments = tuple(Instalment(due, part) for due, part in zip(days, (first, payable - first), strict=True))
    percent = Percentage(random.choice(("2", "2.5", "3")))
    base = Money(random.randrange(10, 10_000, 10), payable.currency)
    off = Money.rounded(percent.of(base.amount), payable.currency)
    offer = DiscountOffer(invoice.issued + timedelta(days=10), percent, base, off)
    return random.choice(({}, {"instalments": instalments}, {"discounts": (offer,)}))
