"""From the rows to the boards of a day, and what has to be said of them."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from attrs import evolve, frozen

from otcore.cli.bad_use import BadUse
from otcore.cli.kpi.loading import Source, of_file, of_store
from otcore.cli.kpi.order import KpiOrder
from otcore.formats.dates import day
from otcore.formats.words import counted
from otcore.kpi.board.board import Boards, boards
from otcore.kpi.board.measures import BoardSpec
from otcore.kpi.converting.rates import in_currency
from otcore.kpi.grouping import BY_CUSTOMER, Grouping, by_currency, by_customers_group, by_items_group
from otcore.receivables.ledger import Entry, EntryKind
from otcore.values.faults import Invalid

_LATER = {EntryKind.ISSUED: ("invoice", "invoices"), EntryKind.RECEIVED: ("payment", "payments")}


@frozen(kw_only=True)
class KpiDone:
    """The boards, and what is said of the ledger they were made from."""

    source: Source
    boards: Boards
    notes: tuple[str, ...]
    later: int


def figures(order: KpiOrder) -> KpiDone:
    """Read, compute. Raises `BadUse`."""
    source = of_file(order.ledger, order.layout) if order.ledger else of_store(order.store)
    as_of = _as_of(order, source)
    spec = _spec(order, source)
    later = tuple(entry for entry in source.entries if entry.day > as_of)
    found = boards(_converted(order, source, as_of), as_of, spec)
    return KpiDone(source=source, boards=found, notes=tuple(_notes(order, source, found, spec)), later=len(later))


def _converted(order: KpiOrder, source: Source, as_of: date) -> tuple[Entry, ...]:
    """The rows, in one currency where that is asked for."""
    if not order.into:
        return source.entries
    try:
        return in_currency(source.entries, as_of, order.into, order.rates)
    except Invalid as error:
        raise BadUse(f"--in {order.into}: {error.faults[0].message}; say --rate CODE=N") from None


def _as_of(order: KpiOrder, source: Source) -> date:
    """The day asked for, or the latest of the ledger."""
    if order.as_of:
        try:
            return date.fromisoformat(order.as_of)
        except ValueError:
            raise BadUse(f"--as-of {order.as_of}: this is not a date like 2026-03-31") from None
    if not source.entries:
        raise BadUse(f"{source.name} has no rows, so no latest day: say --as-of")
    return max(entry.day for entry in source.entries)


def _spec(order: KpiOrder, source: Source) -> BoardSpec:
    spec = evolve(order.spec, by=_grouping(order.by, source))
    if source.ledger is None:
        return spec
    known = source.ledger.days_known and source.ledger.sales_known
    return evolve(spec, complete=known, months=spec.months if known else 1)


def _grouping(by: str, source: Source) -> Grouping:
    groups = source.ledger.groups if source.ledger else {}
    people = source.ledger.salespeople if source.ledger else {}
    if (by == "group" and not groups) or (by == "salesperson" and not people):
        raise BadUse(f"--by {by}: {source.name} says no {by}; name its column, --columns {by}=NAME")
    made = {
        "customer": lambda: BY_CUSTOMER,
        "group": lambda: by_customers_group(groups),
        "salesperson": lambda: by_items_group(people),
        "currency": lambda: by_currency(source.entries),
    }
    return made[by]()


def _notes(order: KpiOrder, source: Source, found: Boards, spec: BoardSpec) -> Iterator[str]:
    """What a reader has to know of the rows."""
    until = day(found.as_of, order.locale)
    ledger = source.ledger
    if ledger:
        yield f"From {source.name}: {counted(ledger.read, 'row', 'rows')}, read as {ledger.shape.value}."
    if not order.as_of:
        yield f"As of {until}, the latest day in the ledger."
    later = Counter(entry.kind for entry in source.entries if entry.day > found.as_of)
    told = [counted(later[kind], *words) for kind, words in _LATER.items() if later[kind]]
    if later:
        yield f"After this day, and not counted: {', '.join(told) or counted(later.total(), 'row', 'rows')}."
    if order.into and order.rates.quotes:
        rates = ", ".join(f"1 {quote.rate.source} = {quote.rate.value} {order.into}" for quote in order.rates.quotes)
        yield f"Every amount of every month in {order.into}: {rates}."
    if ledger and not ledger.sales_known:
        yield "Nothing in the ledger is settled, so it is a list of open items: what is measured by sales is not known."
    if ledger and not ledger.days_known:
        yield "The ledger does not say when everything was paid: what is open is known as of its own day, not before."
    for board in found.boards:
        if spec.complete and spec.dso.period(board.months[0].as_of).start < board.since:
            since = day(board.since, order.locale)
            yield f"{board.currency}: the ledger begins on {since}. Windows that begin before count no sales there."
