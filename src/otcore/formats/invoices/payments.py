"""How a form says to pay: means, accounts, what to state, terms, instalments, discounts."""

from collections.abc import Iterator

from otcore.formats.invoices.form import Fact, Payment, Row, Table, facts
from otcore.formats.invoices.language import Language
from otcore.invoicing.document import InvoiceDocument
from otcore.invoicing.payment_instructions import CreditTransfer, PaymentCard, PaymentInstructions
from otcore.invoicing.terms_english import ENGLISH
from otcore.invoicing.terms_words import instalment_words, offer_words
from otcore.values.account import compact_account, looks_like_iban
from otcore.values.terms import DiscountOffer

_GROUP = 4
_STRUCTURED = "#"
"""What begins so is for programs: `#SKONTO#TAGE=7#PROZENT=2.00#` (XRechnung BR-DE-18)."""


def payment(document: InvoiceDocument, language: Language) -> Payment:
    """Everything that the buyer needs in order to pay."""
    return Payment(
        language.say("payment", "title"),
        tuple(_facts(document.payment, language)),
        tuple(_terms(document)),
        tuple(_tables(document, language)),
    )


def grouped(account: str) -> str:
    """An IBAN in groups of four, as it is typed; another account as it is."""
    compact = compact_account(account)
    if not looks_like_iban(compact):
        return account
    return " ".join(compact[start : start + _GROUP] for start in range(0, len(compact), _GROUP))


def _facts(how: PaymentInstructions, language: Language) -> Iterator[Fact]:
    say = language.say
    yield from facts((say("payment", "means"), how.means_text or language.known("means", how.means)))
    if how.iban.strip():
        yield from _account(CreditTransfer(iban=how.iban, bic=how.bic, account_name=how.account_name), language)
    for each in how.further_accounts:
        other = " \u00b7 ".join(filter(None, (grouped(each.iban), each.bic, each.account_name)))
        yield from facts((say("payment", "other_account"), other))
    yield from facts((say("payment", "reference"), how.payment_id))
    if how.card is not None:
        yield from _card(how.card, language)
    if how.direct_debit is not None:
        yield from facts(
            (say("payment", "mandate"), how.direct_debit.mandate),
            (say("payment", "creditor"), how.direct_debit.creditor),
            (say("payment", "debited"), grouped(how.direct_debit.account)),
        )


def _account(account: CreditTransfer, language: Language) -> tuple[Fact, ...]:
    say = language.say
    kind = "iban" if looks_like_iban(compact_account(account.iban)) else "account"
    return facts(
        (say("payment", kind), grouped(account.iban)),
        (say("payment", "bic"), account.bic),
        (say("payment", "account_name"), account.account_name),
    )


def _card(card: PaymentCard, language: Language) -> tuple[Fact, ...]:
    return facts(
        (language.say("payment", "card"), f"\u2026 {card.number}"),
        (language.say("payment", "card_holder"), card.holder),
    )


def _terms(document: InvoiceDocument) -> Iterator[str]:
    """The terms as the document words them, without what the tables say and what is meant for programs."""
    said = {instalment_words(document.instalments, ENGLISH), offer_words(document.discounts, ENGLISH)} - {""}
    note = document.terms_note
    for part in said:
        note = note.replace(part, "")
    lines = (line.strip().strip(";").strip() for line in note.splitlines())
    yield from (line for line in lines if line and not line.startswith(_STRUCTURED))


def _tables(document: InvoiceDocument, language: Language) -> Iterator[Table]:
    if document.instalments:
        rows = [Row((language.day(each.due), language.amount(each.amount))) for each in document.instalments]
        yield _table("instalments", rows, language, "due", "amount")
    if document.discounts:
        rows = [_offer(each, document, language) for each in document.discounts]
        yield _table("discounts", rows, language, "until", "percent", "off", "left")


def _table(key: str, rows: list[Row], language: Language, *heads: str) -> Table:
    title, *named = (language.say("payment", each) for each in (key, *heads))
    return Table(title, tuple(named), tuple(rows))


def _offer(offer: DiscountOffer, document: InvoiceDocument, language: Language) -> Row:
    percent, payable = language.percent(offer.percent.value), document.totals.payable
    if offer.base != payable:
        percent = language.say("adjustments", "percent_of", percent=percent, base=language.amount(offer.base))
    left = language.amount(payable - offer.amount)
    return Row((language.day(offer.until), percent, language.amount(-offer.amount), left))
