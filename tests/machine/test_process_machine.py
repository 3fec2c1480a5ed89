"""Whatever happens in a trade: its log, its chart and the rows of its orders tell the same story."""

import json
import sqlite3
from contextlib import closing
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import settings

import otcore as ot
from otcore.adapters.eventlog import ocel_json, ocel_sqlite
from otcore.kpi.orders.cycle_time import ORDER_TO_CASH, STAGES, CycleTimeSpec, Milestone, reached
from otcore.kpi.orders.history import order_rows
from otcore.kpi.orders.report import order_report
from otcore.kpi.orders.rows import OrderRow
from otcore.orders.order import Order
from otcore.process.chart.graph import NodeKind
from otcore.process.chart.ran import AsItRan, as_it_ran
from otcore.process.log.building import event_log
from otcore.values.recorded import Recorded
from tests.machine.test_trade_machine import TradeMachine

Facts = tuple[Recorded, ...]


class ProcessMachine(TradeMachine):
    """A trade of which the story is told at its end. Time passes behind the clock: moments step back too."""

    def teardown(self) -> None:
        if hasattr(self, "trade"):
            facts: Facts = self.trade.otc.ask(ot.AskHappened())
            charted(facts)
            logged(facts)
            rowed(order_rows(facts), {order.id: order for order in self.trade.all(ot.ORDER)})
            measured(order_rows(facts), self.day)
            moment = facts[len(facts) // 2].at
            then = order_rows(fact for fact in facts if fact.at <= moment)
            assert self.trade.otc.ask(ot.AskOrderRows(known=moment)) == then


def shuffled(facts: Facts) -> Facts:
    mixed = list(facts)
    Random(0).shuffle(mixed)
    return tuple(mixed)


def charted(facts: Facts) -> None:
    """The library does only what its tables allow; what comes to a step leaves it; order makes no difference."""
    ran: AsItRan = as_it_ran(facts)
    assert ran == as_it_ran(shuffled(facts))
    assert ran.conformance.unallowed == ()
    for node in (node for node in ran.chart.nodes if node.kind is NodeKind.STEP):
        came = sum(edge.count for edge in ran.chart.edges if edge.target == node.id)
        went = sum(edge.count for edge in ran.chart.edges if edge.source == node.id)
        assert came == went == node.count


def logged(facts: Facts) -> None:
    """Ids are unique, and no relation leads nowhere."""
    log = event_log(facts)
    assert log == event_log(shuffled(facts))
    written = json.loads(ocel_json(log))
    for name in ("events", "objects"):
        assert len({each["id"] for each in written[name]}) == len(written[name])
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(ocel_sqlite(log))
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []


def rowed(rows: tuple[OrderRow, ...], orders: dict[str, Order]) -> None:
    """What the papers say of a line is what its ledger says; the stages sum to the whole way."""
    assert {row.order for row in rows} == set(orders)
    for row in rows:
        for line in row.lines:
            found = orders[row.order].line(line.line)
            assert found is not None
            assert sum(each.quantity for each in line.shipped) == found.ledger.shipped
            assert sum(each.quantity for each in line.delivered) == found.ledger.delivered
            assert line.returned == found.ledger.came_back
        if row.answered and reached(row, Milestone.PAID):
            assert sum(days(row, stage) for stage in STAGES) == days(row, ORDER_TO_CASH)


def days(row: OrderRow, spec: CycleTimeSpec) -> int:
    start, end = reached(row, spec.start), reached(row, spec.end)
    assert start is not None
    assert end is not None
    return (end.day - start.day).days


def measured(rows: tuple[OrderRow, ...], day: date) -> None:
    """A share is one; nobody is counted and left out; a figure without a value says why."""
    for as_of in (day, day - timedelta(days=3)):
        for kpi, measure in order_report(rows, as_of).figures:
            assert measure.reason or measure.value is not None
            assert kpi.unit != "percent" or measure.value is None or 0 <= measure.value <= 100
            left = {id for each in measure.population.left_out for id in each.ids}
            assert not left.intersection(measure.population.counted)


TestProcess = pytest.mark.slow(ProcessMachine.TestCase)
TestProcess.settings = settings(max_examples=15, stateful_step_count=30)
