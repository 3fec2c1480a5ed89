"""Sums of items that nobody named: everything due, all but few, or the only few that add up to the amount."""

from collections.abc import Iterator

from otcore.reconciliation.book import Book
from otcore.reconciliation.evidence import weights
from otcore.reconciliation.index.standing import Standing
from otcore.reconciliation.policy import Policies
from otcore.reconciliation.reading import Reading
from otcore.reconciliation.rules.draft import Draft, Part, Said, draft, payer_of
from otcore.reconciliation.rules.due_runs import due_runs, may_tell, run_weight
from otcore.reconciliation.rules.left_out import is_plain, left_out
from otcore.reconciliation.rules.pools import Fit, everything, exchangeable, few

_PAYERS = 2


def sums_of_payer(reading: Reading, book: Book, policies: Policies) -> Iterator[Draft]:
    """Sums of the likeliest payers' items."""
    for customer in list(reading.payers.found)[:_PAYERS]:
        standing = book.standing(customer, reading.currency)
        if not standing.debts or _lists(customer, reading):
            continue
        for fit in everything(standing, reading.amount, reading.day):
            yield _draft(customer, fit, reading, book)
        found = list(few(standing.debts, reading.amount, policies.of(customer).work))
        if not any(fit.alone and fit.weight >= weights.CERTAIN_SUM for fit in found):
            found += _runs(standing, reading)
        for fit in found:
            yield _draft(customer, fit, reading, book)


def _runs(standing: Standing, reading: Reading) -> Iterator[Fit]:
    if not may_tell(len(standing.debts), reading.amount):
        return
    for run in due_runs(standing.debts, reading.amount, reading.day)[:_SHOWN]:
        alone = not exchangeable(run.entries, standing, {entry.id for entry in run.entries})
        yield Fit("DUE_RUN", run.entries, run_weight(run, reading.amount), alone)


_SHOWN = 5


def _lists(customer: str, reading: Reading) -> bool:
    """Whether it names several of the customer's items: then a sum without them explains nothing."""
    plain = [cite for cite in reading.cites if cite.entry.customer == customer and is_plain(cite, reading)]
    return sum(cite.entry.open != 0 for cite in plain) > 1


def _draft(customer: str, fit: Fit, reading: Reading, book: Book) -> Draft:
    taken = {entry.id for entry in fit.entries}
    out = tuple(left_out(customer, reading, taken, named=False))
    said = (*payer_of(customer, reading, book), Said(fit.kind, customer, fit.weight), *out)
    parts = tuple(Part(entry, entry.open) for entry in fit.entries)
    return draft(fit.kind, customer, parts, 0, said, fit.alone and not (out or reading.names_strangely))
