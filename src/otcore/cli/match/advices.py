"""Payments that a remittance advice explains, over files."""

from collections.abc import Iterable, Sequence

from otcore.payments.remittance_advice import RemittanceAdvice
from otcore.reconciliation.advice_judging import VERSION, suggested
from otcore.reconciliation.advised import RULE, Advised, advice_for, advised, by_number
from otcore.reconciliation.book import Book
from otcore.reconciliation.decision import Decision, Outcome
from otcore.reconciliation.open_item import OpenItem
from otcore.reconciliation.payment import Payment
from otcore.reconciliation.policy import Policies


class Advices:
    """The advices that no payment has used yet, over the items of a book as they are now."""

    def __init__(self, advices: Iterable[RemittanceAdvice], items: Iterable[OpenItem], book: Book) -> None:
        self._left = list(advices)
        self._book = book
        self._named = by_number(items) if self._left else lambda number: ()

    def posted(self, payment: Payment, policies: Policies) -> Decision | None:
        """The decision where an advice explains the payment with certainty; that advice is used up."""
        found = self._of(payment, policies)
        if found is None or found[1].proposal is None or found[1].reasons:
            return None
        advice, result = found
        self._left.remove(advice)
        version = f"{RULE} {VERSION}"
        return Decision(payment.id, Outcome.POSTED, result.proposal, rule=RULE, version=version)

    def with_rival(self, payment: Payment, decision: Decision, policies: Policies) -> Decision:
        """The decision, with what an advice says as the best rival where nothing is certain."""
        found = self._of(payment, policies)
        return decision if found is None else suggested(decision, found[1])

    def _of(self, payment: Payment, policies: Policies) -> tuple[RemittanceAdvice, Advised] | None:
        fitting = advice_for(payment, self._left)
        if len(fitting) != 1:
            return None
        (one,) = fitting
        return one.advice, advised(payment, one, self._items, policy=policies.usual)

    def _items(self, number: str) -> Sequence[OpenItem]:
        return tuple(self._book.item(item.id) for item in self._named(number))
