"""The figures of a day with how they came to be, one board a currency."""

from collections.abc import Mapping, Sequence
from datetime import date

from attrs import frozen

from otcore.kpi.aging import aging
from otcore.kpi.balance import open_balance
from otcore.kpi.board.late import Late, late
from otcore.kpi.board.measures import DEFAULT_BOARD, TODAY, AnyMeasure, BoardSpec, measures_of
from otcore.kpi.board.months import month_ends
from otcore.kpi.board.past import MonthEnd, past
from otcore.kpi.dso import Rows
from otcore.kpi.moving.bridge import Bridge, BridgeSpec, bridge
from otcore.kpi.open_items import as_of_rows, currencies
from otcore.kpi.report import Figures


@frozen
class Board:
    """The figures of one currency. `months` ends with the day itself; `late` begins with the worst.

    `measures`: the quotients of the day by their codes, all that rows alone can answer. They list no population where
    they are followed month by month: the functions themselves do.
    `since`: the first day that the rows know. `changed`: why DSO is another than at the end of the month before.
    """

    figures: Figures
    measures: Mapping[str, AnyMeasure]
    months: tuple[MonthEnd, ...]
    late: tuple[Late, ...]
    since: date
    changed: Bridge | None = None

    @property
    def currency(self) -> str:
        """The currency of all amounts."""
        return self.figures.currency


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
    months = tuple(past(rows, month_ends(as_of, spec.months, since), currency, spec))
    balance, measures = open_balance(rows, as_of, currency), months[-1].measures
    by_group = aging(rows, as_of, currency, spec.aging, spec.by)
    figures = Figures(balance, measures["OVERDUE"], by_group, measures["DSO"])
    others = measures_of(rows, as_of, currency, spec, [code for code in TODAY if code not in measures])
    every = {code: others.get(code) or measures[code] for code in TODAY}
    changed = _changed(rows, months, currency, spec) if spec.complete else None
    return Board(figures, every, months, late(balance.items, as_of), since, changed)


def _changed(rows: Rows, months: Sequence[MonthEnd], currency: str, spec: BoardSpec) -> Bridge | None:
    """Why DSO is another than at the end of the month before, where it is known of both."""
    if len(months) == 1:
        return None
    before, now = (month.as_of for month in months[-2:])
    found = bridge(rows, before, now, currency, BridgeSpec(spec.dso, spec.places))
    return None if found.reason else found
