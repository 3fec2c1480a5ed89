"""The figures as JSON: amounts and quotients are texts, a quotient without a value says why."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction

from otcore.cli.figures_json import Json, aging_json, amount
from otcore.cli.kpi.figures import KpiDone
from otcore.kpi.board.board import Board
from otcore.kpi.board.late import Late
from otcore.kpi.board.measures import AnyMeasure
from otcore.kpi.board.past import MonthEnd
from otcore.kpi.measure import Amount
from otcore.kpi.moving.bridge import Bridge
from otcore.kpi.open_items import OpenItem
from otcore.kpi.outstanding.countback import Countback
from otcore.values.decimals import EXACT
from otcore.values.money import Money


def kpi_board_json(done: KpiDone, targets: Mapping[str, Decimal], written: Mapping[str, bool]) -> Json:
    """All of it."""
    ledger = done.source.ledger
    return {
        "as_of": done.boards.as_of.isoformat(),
        "source": done.source.name,
        "rows": ledger.read if ledger else len(done.source.entries),
        "columns": dict(ledger.columns) if ledger else {},
        "unused_columns": list(ledger.unused) if ledger else [],
        "later_entries": done.later,
        "notes": list(done.notes),
        "currencies": [_board(board, done.source.names, targets) for board in done.boards.boards],
        "written": list(written),
    }


def measure_json(measure: AnyMeasure) -> Json:
    """A quotient with everything it was made from; what is left unexplained by a countback too."""
    value = {"none": measure.reason} if measure.printed is None else {"value": f"{measure.printed:f}"}
    made = {"numerator": _side(measure.numerator), "denominator": _side(measure.denominator)}
    rest = {"unexplained": amount(measure.unexplained)} if isinstance(measure, Countback) else {}
    return {**value, **made, "factor": _side(Fraction(measure.factor)), **rest}


def _board(board: Board, names: Mapping[str, str], targets: Mapping[str, Decimal]) -> Json:
    balance = board.figures.balance
    return {
        "currency": board.currency,
        "since": board.since.isoformat(),
        "open_balance": amount(balance.open),
        "control_account": amount(balance.control),
        "unapplied_cash": amount(balance.unapplied),
        "overdue": amount(board.figures.overdue.numerator),
        "open_items": len(balance.items),
        "measures": {name: measure_json(each) for name, each in board.measures.items()},
        "targets": {name: _target(board.measures[name], target) for name, target in targets.items()},
        "aging": aging_json(board.figures.aging),
        "months": [_month(month, board) for month in board.months],
        "changed": _changed(board.changed) if board.changed else None,
        "late": [_late(each, names) for each in board.late],
        "names": dict(names),
        "items": [_item(part, board.figures.balance.as_of) for item in balance.items for part in item.parts],
    }


def _target(measure: AnyMeasure, target: Decimal) -> Json:
    gap = None if measure.printed is None else f"{EXACT.subtract(measure.printed, target):f}"
    return {"target": f"{target:f}", "actual": measure_json(measure).get("value"), "gap": gap}


def _month(month: MonthEnd, board: Board) -> Json:
    return {
        "as_of": month.as_of.isoformat(),
        "open_balance": amount(month.open),
        "open_items": month.items,
        "unapplied_cash": amount(month.unapplied),
        "buckets": [amount(each) for each in month.buckets],
        "invoiced": amount(month.invoiced),
        "collected": amount(month.collected),
        "measures": {name: measure_json(each) for name, each in month.measures.items()},
    }


def _changed(bridge: Bridge) -> Json:
    """Why DSO is another than at the end of the month before; the steps add up as they are printed."""
    return {
        "since": bridge.before.as_of.isoformat(),
        "causes": {cause: f"{step:f}" for cause, step in bridge.printed.items()},
        "customers": {each.customer: _side(each.change.total) for each in bridge.customers},
    }


def _late(late: Late, names: Mapping[str, str]) -> Json:
    return {
        "customer": late.customer,
        "name": names.get(late.customer, ""),
        "overdue": amount(late.overdue),
        "open": amount(late.open),
        "items": late.items,
        "days": _side(late.days),
        "oldest": late.oldest,
    }


def _item(part: OpenItem, as_of: date) -> Json:
    """What is open of an item on one due day; `days` past it."""
    return {
        "invoice": part.id,
        "customer": part.customer,
        "day": part.day and part.day.isoformat(),
        "due": part.due and part.due.isoformat(),
        "days": part.days_past_due(as_of),
        "open": amount(part.open),
    }


def _side(side: Amount) -> str:
    """A side of a quotient: an amount, a number, or an exact fraction."""
    if isinstance(side, Money):
        return amount(side)
    value = Fraction(side)
    return str(value.numerator) if value.denominator == 1 else f"{value.numerator}/{value.denominator}"
