"""Which row of a statement is which row of the books, counting: each known row stands for one row at most.

In this order, for all rows before the next: equal rows; one payment worded differently; a batch that one file shows
whole and the other payment by payment. The last two count only where one of the two files is not final: two final
statements that word a payment differently are two payments.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from attrs import field, frozen

from otcore.payments.importing import RowIds, Statement
from otcore.payments.repeats.known_rows import KnownRow, known_rows
from otcore.payments.repeats.same_payment import batch_key, same_payment
from otcore.payments.row_identity import followed, stem
from otcore.payments.statement import BankStatement, BankTransaction, StatementKind


@frozen
class Recognised:
    """The ids of every row, and which of them the books knew."""

    rows: RowIds
    known: frozenset[str]


@frozen
class _Work:
    """What is still to be found: ids by place, and the known rows that stand for none yet."""

    content: BankStatement
    free: dict[str, KnownRow]
    ids: dict[int, tuple[str, ...]] = field(factory=dict)

    def left(self) -> Iterator[tuple[int, BankTransaction]]:
        """The rows that have no id yet, and get one."""
        for place, row in enumerate(self.content.transactions):
            if place not in self.ids and followed(row):
                yield place, row

    def take(self, places: Iterable[int], ids: Iterable[str]) -> None:
        """These rows are those of the books."""
        found = tuple(ids)
        for id in found:
            del self.free[id]
        self.ids.update(dict.fromkeys(places, found))

    def tellings(self) -> list[KnownRow]:
        """The known rows that may be worded differently: one side of the comparison is not final."""
        final = self.content.kind is StatementKind.STATEMENT
        return [each for each in self.free.values() if each.told or not final]


def recognise(content: BankStatement, near: Iterable[Statement], occupied: frozenset[str] = frozenset()) -> Recognised:
    """The ids of a statement's rows.

    `near`: statements of the account that may share rows with it, or connect those that do. `occupied`: ids of receipts
    that exist though no statement near shows them: they stand for equal rows.
    """
    known = known_rows(content, near)
    work = _Work(content, {id: each for id, each in known.items() if not each.apart})
    _equal(work, occupied)
    _worded_differently(work)
    _whole_batches(work)
    _parts_of_batches(work)
    old = frozenset(id for ids in work.ids.values() for id in ids)
    _number(work, known, occupied)
    rows = tuple(work.ids.get(place, ()) for place in range(len(content.transactions)))
    return Recognised(rows, old)


def _equal(work: _Work, occupied: frozenset[str]) -> None:
    equal: dict[str, list[str]] = defaultdict(list)
    for id in sorted({*work.free, *occupied}, key=_numbered):
        equal[_stem_of(id)].append(id)
    for place, row in list(work.left()):
        ids = equal[stem(work.content.account, row)]
        if ids:
            id = ids.pop(0)
            work.ids[place] = (id,)
            work.free.pop(id, None)


def _worded_differently(work: _Work) -> None:
    tellings: dict[tuple[int, str], list[KnownRow]] = defaultdict(list)
    for each in work.tellings():
        for key in _keys(each.row):
            tellings[key].append(each)
    for place, row in list(work.left()):
        candidates = (each for key in _keys(row) for each in tellings[key])
        found = next((each for each in candidates if same_payment(row, each.row)), None)
        if found is not None:
            work.take([place], [found.id])
            for key in _keys(found.row):
                tellings[key].remove(found)


def _keys(row: BankTransaction) -> Iterator[tuple[int, str]]:
    """The amount with each reference: one of them must be the same."""
    for reference in dict.fromkeys(filter(None, (row.bank_reference, row.end_to_end))):
        yield row.amount.minor, reference


def _whole_batches(work: _Work) -> None:
    """A row that is the sum of payments which were told one by one."""
    batches: dict[str, list[KnownRow]] = defaultdict(list)
    for each in work.tellings():
        batches[batch_key(each.row)].append(each)
    for place, row in list(work.left()):
        parts = batches.get(batch_key(row), []) if batch_key(row) else []
        if len(parts) > 1 and _sum([each.row for each in parts]) == row.signed.minor:
            work.take([place], [each.id for each in parts])
            del batches[batch_key(row)]


def _parts_of_batches(work: _Work) -> None:
    """Rows that together are a batch which was told as one."""
    batches: dict[str, list[tuple[int, BankTransaction]]] = defaultdict(list)
    for place, row in work.left():
        batches[batch_key(row)].append((place, row))
    for each in work.tellings():
        parts = batches.get(batch_key(each.row), []) if batch_key(each.row) else []
        if len(parts) > 1 and _sum([row for _, row in parts]) == each.row.signed.minor:
            work.take([place for place, _ in parts], [each.id])
            del batches[batch_key(each.row)]


def _sum(rows: list[BankTransaction]) -> int:
    return sum(row.signed.minor for row in rows)


def _number(work: _Work, known: Mapping[str, KnownRow], occupied: frozenset[str]) -> None:
    """New ids for what nobody knew: the next numbers of equal rows."""
    last: dict[str, int] = defaultdict(int)
    for id in (*known, *occupied):
        beginning, number = _numbered(id)
        last[beginning] = max(last[beginning], number)
    for place, row in list(work.left()):
        beginning = stem(work.content.account, row)
        last[beginning] += 1
        work.ids[place] = (f"{beginning}{last[beginning]}",)


def _numbered(id: str) -> tuple[str, int]:
    beginning = _stem_of(id)
    return beginning, int(id[len(beginning) :])


def _stem_of(id: str) -> str:
    return id.rstrip("0123456789") if id[-1:].isdigit() else id
