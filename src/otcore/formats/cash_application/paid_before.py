"""Which earlier payment of the run paid what a payment names: for those that look as if they were made twice."""

from otcore.formats.cash_application.matched import Matched, Matching
from otcore.reconciliation.spelling.citing import cited, skeleton
from otcore.values.references import reference_key

TWICE = frozenset({"ALREADY_PAID", "DUPLICATE"})
"""The reasons of payments that something was paid by before."""


def paid_before(matched: Matched, matching: Matching) -> tuple[tuple[str, Matched], ...]:
    """The items that it names, and by which payment of this run each was paid; the first first.

    An item that was paid before the run is not told: the files do not say by what.
    """
    if not TWICE.intersection(matched.decision.reasons):
        return ()
    payment = matched.payment
    said = {*cited((*payment.text, payment.reference, payment.end_to_end)), reference_key(payment.reference)} - {""}
    return tuple((item, by) for item, by in matching.payers_of_items.items() if said & _called(matching, item))


def _called(matching: Matching, item: str) -> set[str]:
    """What an item is called by: its number, and the reference that was asked for."""
    known = matching.items.get(item)
    return {skeleton(matching.number(item)), reference_key(known.reference) if known else ""}
