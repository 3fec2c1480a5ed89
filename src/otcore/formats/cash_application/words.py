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
    "ALL_DUE": "all that is due",
    "ALL_DUE_BUT": "all that is due but a few",
    "AMOUNT_OF_PAYER": "by the payer and the amount",
    "DUE_RUN": "what is due one after the other",
    "MANUAL": "by a person",
    "NUMBER": "by the invoice number",
    "NUMBERS_AND_ONE_MORE": "by invoice numbers and one more",
    "NUMBERS_AND_SUM": "by invoice numbers and what makes up the sum",
    "NUMBERS_EXACT_SUM": "by invoice numbers",
    "NUMBERS_LESS_CREDIT": "by invoice numbers less a credit",
    "NUMBERS_WITH_ADJUSTMENT": "by invoice numbers less a discount, tax or a fee",
    "NUMBER_NEAR": "by a number that is nearly one of ours",
    "NUMBER_RANGE": "by the first and the last number",
    "OLDEST_FIRST": "the oldest first, by policy",
    "ORDER_NUMBER": "by the order number",
    "REMITTANCE_ADVICE": "by the remittance advice",
    "STRUCTURED_REFERENCE": "by reference",
    "SUM_OF_PAYER": "by the payer and a sum",
}
REASONS: Mapping[str, str] = {
    "ADVICE_ABOVE_OPEN": "its advice pays more than is open",
    "ADVICE_UNEXPLAINED": "its advice does not explain it",
    "ALREADY_PAID": "what it names is paid",
    "AMBIGUOUS": "several explanations fit about as well",
    "CONTESTED": "another payment claims the same, and no rule decides",
    "CREDIT_NOTE": "names only credit notes",
    "CURRENCY_DIFFERS": "is in another currency than the invoice",
    "DISCOUNT_NOT_DUE": "takes a discount that it is too late for",
    "DUPLICATE": "looks like a payment that was made before",
    "NO_PAYMENT": "brings no money",
    "NO_REFERENCE": "names no invoice",
    "ON_ACCOUNT": "was left on account, and does not name what it would be posted to",
    "OUR_PAYMENT": "a payment of ours came back",
    "OVERPAYMENT": "paid too much",
    "PAYER_MISMATCH": "names another customer's invoice",
    "PREPAYMENT": "says that it pays in advance",
    "RETURNED": "came in, and the bank took it back",
    "REVERSAL": "the bank took money back",
    "REVERSED": "a person took it off what it would be posted to",
    "SHORT_PAYMENT": "paid short",
    "STALE_REFERENCE": "names one item, and its amount is that of another",
    "SUM_DIFFERS": "differs from the sum of what it names",
    "TAKEN": "lost what it would have paid to a better claim",
    "TOO_MANY": "too many combinations make up the amount",
    "TOO_WEAK": "the evidence is not strong enough to post it",
    "UNKNOWN_REFERENCE": "its reference is unknown",
}
FINDINGS: Mapping[str, str] = {
    "ALL_DUE": "the amount is all that is due",
    "ALL_DUE_BUT": "the amount is all that is due but a few",
    "CREDIT_TAKEN": "a credit makes up the amount",
    "DISCOUNT": "the amount fits less discount",
    "DUE_RUN": "the amount is what is due one after the other",
    "EXACT": "the amount is exactly what is open",
    "FEE": "the amount fits less a fee",
    "FX": "the amount that was ordered fits",
    "LEFT_OUT": "is named too, and left out",
    "NUMBER": "invoice number",
    "NUMBER_DIGITS": "digits of the invoice number",
    "NUMBER_END": "end of the invoice number",
    "NUMBER_NEAR": "nearly the invoice number",
    "NUMBER_UNMIXED": "invoice number with letters for digits",
    "NUMBER_ZEROS": "invoice number without its zeros",
    "ONE_MORE": "one more makes up the amount",
    "ORDER": "order number",
    "OVER": "the amount is more than that",
    "PAID_NEAR": "nearly the number of an item that was paid with this amount",
    "PAYER_ACCOUNT": "paid from the customer's account",
    "PAYER_CUT": "beginning of the customer's name",
    "PAYER_FACTORY": "an account that pays for many",
    "PAYER_LEARNED": "paid for this customer before",
    "PAYER_NAME": "the payer's name",
    "PAYER_NUMBER": "the customer's number",
    "PAYER_OTHER": "the payer is another customer",
    "PAYER_PARENT": "the payer is the customer's parent",
    "PAYER_REORDERED": "the words of the customer's name",
    "PAYER_STRANGER": "the payer is not known",
    "PAYER_UNSAID": "nobody says who pays",
    "PRIOR": "before anything was read",
    "RANGE_END": "first or last of several",
    "REFERENCE": "payment reference",
    "REFERENCE_SAID": "payment reference in the text",
    "REST": "others make up the amount",
    "ROUNDING": "the amount fits but for rounding",
    "SET": "could be other items of",
    "SEVERAL_SAID": "more than one invoice is spoken of",
    "SHARE": "the amount is a round part of it",
    "SHORT": "the amount is less than that",
    "SUM": "the amounts add up",
    "WITHHOLDING": "the amount fits less a tax that is kept",
    "WRITE_OFF": "the amount fits but for a little that is given up",
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
