"""English words for the codes of cash application; a code that has none here is said as it is, in lower case."""

from collections.abc import Mapping

from otcore.payments.allocation import Why
from otcore.reconciliation.decision import Outcome

OUTCOMES: Mapping[str, str] = {
    Outcome.POSTED: "Posted",
    Outcome.SUGGESTED: "To decide",
    Outcome.UNMATCHED: "Not explained",
}
RULES: Mapping[str, str] = {
    "STRUCTURED_REFERENCE": "by its reference",
    "NUMBER": "by the document number",
    "ORDER_NUMBER": "by the order number",
    "NUMBERS_EXACT_SUM": "by document numbers and their sum",
    "AMOUNT_OF_PAYER": "by the payer and the amount",
    "OLDEST_FIRST": "the oldest first, by policy",
    "MANUAL": "by a person",
}
REASONS: Mapping[str, str] = {
    "ALREADY_PAID": "what it names is paid",
    "AMBIGUOUS": "several explanations fit about as well",
    "CONTESTED": "another payment claims the same, and no rule decides",
    "CREDIT_NOTE": "names a credit note",
    "CURRENCY_DIFFERS": "in another currency than what it names",
    "DUPLICATE": "looks like a payment that was made before",
    "NO_REFERENCE": "names nothing that is in the books",
    "OVERPAYMENT": "more than what it names",
    "PAYER_MISMATCH": "names another customer's invoice",
    "PREPAYMENT": "says that it pays in advance",
    "REVERSAL": "the bank took money back",
    "SHORT_PAYMENT": "less than what it names",
    "STALE_REFERENCE": "names what was paid before, and fits another",
    "SUM_DIFFERS": "differs from the sum of what it names",
    "TAKEN": "a better claim of the same day got what it would have paid",
    "TOO_MANY": "too many combinations make up the amount",
    "TOO_WEAK": "the evidence is not strong enough to post it",
    "UNEXPLAINED": "a part of it is not explained",
    "UNKNOWN_REFERENCE": "its reference is not in the books",
}
FINDINGS: Mapping[str, str] = {
    "ACCOUNT": "paid from the customer's account",
    "AMOUNT": "the amount fits",
    "DISCOUNT": "the amount fits less discount",
    "EXACT": "the amount is exactly what is open",
    "ID": "the customer's number",
    "NAME": "the payer's name",
    "NUMBER": "document number",
    "ORDER": "order number",
    "PAYER_NUMBER": "the customer's number",
    "REFERENCE": "payment reference",
    "REFERENCE_SAID": "payment reference in the text",
    "SUM": "the amounts add up",
}
_WHY: Mapping[str, str] = {
    Why.FX: "exchange difference",
    Why.PARTIAL: "paid in part",
    Why.ROUNDING: "rounding difference",
    Why.WRITE_OFF: "written off",
}


def said(words: Mapping[str, str], code: str) -> str:
    """The words for a code."""
    return words.get(code) or code.replace("_", " ").lower()


def why(code: str) -> str:
    """Why cash and what it closes differ."""
    return said(_WHY, code)


def reasons(codes: tuple[str, ...]) -> str:
    """Why a payment was not posted, or what is special about it, in a line."""
    return "; ".join(said(REASONS, code) for code in codes)
