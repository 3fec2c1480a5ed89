"""The figures of a day with how they came to be, one board a currency."""

from collections.abc import Mapping, Sequence
from datetime import date

from attrs import frozen

from otcore.kpi.aging import aging
from otcore.kpi.balance import open_balance
from otcore.kpi.board.late import Late, late
from otcore.kpi.board.measures import DEFAULT_BOARD, TODAY, AnyMeasure, BoardSpec, measures_of
from otcore.kpi.board.months import month_ends
from otcore.kpi.board.past import MonthEnd, month_end, past
from otcore.kpi.dso import Rows
from otcore.kpi.moving.bridge import Bridge, BridgeSpec, bridge
from otcore.kpi.open_items import as_of_rows, currencies
from otcore.kpi.report import Figures


@frozen
class Board:
    """The figures of one currency. `months` ends with the day itself; `late` begins with the worst.

    `since`: the first day that the rows know. `changed`: why DSO is another than at the end of the month before.
    """

    figures: Figures
    months: tuple[MonthEnd, ...]
    late: tuple[Late, ...]
    since: date
    changed: Bridge | None = None

    @property
    def currency(self) -> str:
        """The currency of all amounts."""
        return self.figures.currency

    @property
    def measures(self) -> Mapping[str, AnyMeasure]:
        """The quotients of the day by name."""
        return self.months[-1].measures


@frozen
class Boards:
    """The boards of a day, one a currency in alphabetical order; none where nothing has happened yet."""

    as_of: date
    boards: tuple[Board, ...]


def boards(entries: Rows, as_of: date, spec: BoardSpec = DEFAULT_BOARD) -> Boards:
    """The boards from the rows up to the day. The same rows and day give the same boards, whatever came later."""
    rows = tuple(entry for entry in entries if entry.day <= as_of)
    return Boards(as_of, tuple(board(rows, as_of, name, spec) for name in currencies(rows)))


def board(entries: Rows, as_of: date, currency: str, spec: BoardSpec = DEFAULT_BOARD) -> Board:
    """The board of one currency from the rows up to the day. Raises `Invalid` CURRENCY_UNKNOWN."""
    rows = as_of_rows(entries, as_of, currency)
    since = min((row.day for row in rows), default=as_of)
    *before, _ = month_ends(as_of, spec.months, since)
    by_group = aging(rows, as_of, currency, spec.aging, spec.by)
    today = month_end(rows, by_group, measures_of(rows, as_of, currency, spec, TODAY))
    balance = open_balance(rows, as_of, currency)
    figures = Figures(balance, today.measures["OVERDUE"], by_group, today.measures["DSO"])
    months = (*past(rows, before, currency, spec), today)
    changed = _changed(rows, months, currency, spec) if spec.complete else None
    return Board(figures, months, late(balance.items, as_of), since, changed)


def _changed(rows: Rows, months: Sequence[MonthEnd], currency: str, spec: BoardSpec) -> Bridge | None:
    """Why DSO is another than at the end of the month before, where it is known of both."""
    if len(months) == 1:
        return None
    before, now = (month.as_of for month in months[-2:])
    found = bridge(rows, before, now, currency, BridgeSpec(spec.dso, spec.places))
    return None if found.reason else found
