"""Which remittance advice is a payment's."""

from collections.abc import Iterable, Iterator

from attrs import frozen

from otcore.payments.remittance_advice import RemittanceAdvice
from otcore.reconciliation.payment import Payment
from otcore.reconciliation.spelling.citing import skeleton
from otcore.values.account import compact_account
from otcore.values.references import reference_key

BY_REFERENCE, BY_PAYER = 2_000, 1_200
"""Weights, in hundredths of a bit: a reference of six signs that both state is chance once in a million and more; an
equal amount of the same payer within days is so once in some thousands."""
DAYS = 10
"""How many days an advice and a payment without a common reference may lie apart."""

_SHORTEST = 5


@frozen
class Advice:
    """An advice that may be a payment's, and how much speaks for it: `BY_REFERENCE` or `BY_PAYER`."""

    advice: RemittanceAdvice
    weight: int


def advice_for(payment: Payment, advices: Iterable[RemittanceAdvice], days: int = DAYS) -> tuple[Advice, ...]:
    """The advices that may explain a payment, those that share a reference with it; if none does, those of its payer
    over the same amount within `days`. In the order of their ids; several are a person's to choose from.
    """
    ordered = sorted(advices, key=lambda advice: advice.id)
    named = tuple(Advice(advice, BY_REFERENCE) for advice in ordered if _names(payment, advice))
    return named or tuple(Advice(advice, BY_PAYER) for advice in ordered if _is_like(payment, advice, days))


def _names(payment: Payment, advice: RemittanceAdvice) -> bool:
    """Whether the payment states a reference of the advice in a field, or over the same amount anywhere in its text."""
    stated = {reference_key(payment.end_to_end), reference_key(payment.reference)}
    text = skeleton(" ".join(payment.text)) if advice.total == payment.amount else ""
    keys = [reference_key(each) for each in _references(advice)]
    return any(len(key) >= _SHORTEST and (key in stated or key in text) for key in keys)


def _references(advice: RemittanceAdvice) -> Iterator[str]:
    yield advice.payment_reference
    yield from advice.other_references


def _is_like(payment: Payment, advice: RemittanceAdvice, days: int) -> bool:
    if advice.total != payment.amount or abs((advice.day - payment.day).days) > days:
        return False
    name, account = skeleton(payment.payer_name), compact_account(payment.payer_account)
    by_account = account != "" and account == compact_account(advice.payer_account)
    return by_account or (name != "" and name == skeleton(advice.payer))
