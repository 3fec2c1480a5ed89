"""What is sensitive and what is refused is on the audit trail, whatever becomes of the command."""

import asyncio
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from attrs import evolve as changed

from otcore.access.asked import AccessRefused
from otcore.access.audit import ActionRefused, Trail
from otcore.adapters.memory import MemoryStore
from otcore.adapters.sql import SqlStore
from otcore.adapters.threads import ThreadedStore
from otcore.app.asynchronous import AsyncOrderToCash
from otcore.app.sync import OrderToCash
from otcore.catalog.product import ListProduct
from otcore.orders.commands import AcknowledgeOrder, CancelOrder, ReleaseHold
from otcore.orders.hold import HoldKind
from otcore.ports.aggregates import AUDIT, KINDS, ORDER
from otcore.ports.errors import Conflict, NotFound
from otcore.ports.storage import Store
from otcore.stock.commands import ReceiveStock
from otcore.testing.faults import FaultyStore
from otcore.values.faults import Rejected
from otcore.values.quantity import Quantity
from otcore.values.scope import Scope
from otcore.workflows.ask import Get
from otcore.workflows.audit import AskAudit
from tests.app.staff import code, house, office, told, trail
from tests.orders.examples import DAY, despatch, eur, left, line, order_of, product
from tests.workflows.books import books
from tests.workflows.conflicts import Contested, Crowded, first
from tests.workflows.desk import HOUSE, NOW, Clock, Desk, desk, onboarding

RELEASED = "order.release_hold.credit"


@pytest.fixture(params=["memory", "sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, tmp_path: Any) -> Iterator[Store]:
    if request.param == "memory":
        yield MemoryStore()
        return
    sqlite = f"sqlite:///{tmp_path / 'store.db'}"
    url = sqlite if request.param == "sqlite" else request.getfixturevalue("postgres_database")()
    with SqlStore(url, KINDS) as opened:
        yield opened


def with_held_order(store: Store) -> OrderToCash:
    """Clara entered an order of 120.00 that passes the customer's limit."""
    otc = office(store)
    goods = ReceiveStock("P1", "main", Quantity(50, "C62"))
    for command in (onboarding(limit="100.00"), ListProduct(product()), goods):
        otc.handle(command, actor="olga")
    assert otc.handle(order_of(), actor="clara").held
    return otc


def release(order: str = "O1") -> ReleaseHold:
    return ReleaseHold(order=order, kind=HoldKind.CREDIT, reason="paid since", day=DAY)


CANCEL = CancelOrder(order="O1", day=DAY)


def test_a_sensitive_action_is_written_with_the_command_and_a_refusal_without_it(store: Store):
    otc = with_held_order(store)
    before = books(store)
    assert code(otc, release(), "clara") == "MAKER_IS_CHECKER"
    assert code(otc, release(), "gustav") == "NOT_ALLOWED"
    assert books(store) == before
    otc.handle(release(), actor="kate")
    assert code(otc, release(), "kate") == "NOT_HELD"
    assert trail(otc, subject="order:O1") == [
        ("clara", RELEASED, "MAKER_IS_CHECKER", "120.00 EUR"),
        ("gustav", RELEASED, "NOT_ALLOWED", ""),
        ("kate", RELEASED, "taken", "120.00 EUR"),
        ("kate", RELEASED, "NOT_HELD", "120.00 EUR"),
    ]
    assert otc.ask(Get(AUDIT, "order:O1")) == Trail("order:O1", taken=1, refused=3)


def test_a_refused_and_an_allowed_at_once_are_both_written(store: Store):
    otc = with_held_order(store)
    crowd = office(Crowded(store, 2) if isinstance(store, MemoryStore) else store, tries=100)
    with ThreadPoolExecutor(2) as pool:
        codes = list(pool.map(lambda actor: code(crowd, release(), actor), ["clara", "kate"]))
    assert codes == ["MAKER_IS_CHECKER", ""]
    assert sorted(outcome for _, _, outcome, _ in trail(otc)) == ["MAKER_IS_CHECKER", "taken"]
    assert not otc.ask(Get(ORDER, "O1")).held


def test_no_refusal_is_lost_however_many_come_at_once(store: Store):
    otc = with_held_order(store)
    with ThreadPoolExecutor(8) as pool:
        codes = list(pool.map(lambda _: code(otc, release(), "gustav"), range(40)))
    assert codes == ["NOT_ALLOWED"] * 40
    assert otc.ask(Get(AUDIT, "order:O1")).refused == 40


def test_a_business_refusal_of_a_sensitive_command_is_written_and_of_another_not():
    ready = desk(stocked=50)
    ready.places()
    ready.acknowledges()
    ready.ships(left("1", 4))
    before = books(ready.store)
    for command in (CANCEL, despatch(left("1", 99), shipment="S2"), AcknowledgeOrder(order="O1", day=DAY)):
        with pytest.raises(Rejected):
            ready.handle(command)
    assert books(ready.store) == before
    facts = ready.otc.ask(AskAudit())
    assert told(facts) == [("host", "order.cancel", "ALREADY_SHIPPED", "72.00 EUR")]
    assert isinstance(facts[0].event, ActionRefused)
    assert facts[0].event.facts == (("order", "O1"),)


def test_a_house_may_have_every_refusal_written():
    ready = desk(stocked=50, house=changed(HOUSE, every_refusal=True))
    ready.places()
    ready.acknowledges()
    for command in (despatch(left("1", 99)), AcknowledgeOrder(order="O1", day=DAY), order_of()):
        with pytest.raises(Rejected):
            ready.handle(command)
    assert trail(ready.otc) == [
        ("host", "order.acknowledge", "ORDER_NOT_SUBMITTED", ""),
        ("host", "order.place", "ORDER_EXISTS", ""),
        ("host", "shipment.post", "OVER_DELIVERY", ""),
    ]


def test_what_is_not_there_or_not_meant_is_no_refusal():
    ready = desk()
    with pytest.raises(NotFound):
        ready.cancels("O9")
    assert ready.otc.ask(AskAudit()) == ()


def test_the_trail_is_kept_without_a_policy_too():
    ready = desk(limit="100.00", stocked=50)
    ready.places()
    ready.releases(HoldKind.CREDIT)
    ready.cancels()
    assert trail(ready.otc) == [
        ("host", RELEASED, "taken", "120.00 EUR"),
        ("host", "order.cancel", "taken", "120.00 EUR"),
    ]


def test_a_sensitive_command_that_loses_a_race_is_written_once():
    store = MemoryStore()
    with_held_order(store)
    otc = office(Contested(store, first(2)))
    otc.handle(release(), actor="kate", key="k1")
    otc.handle(release(), actor="kate", key="k1")
    assert trail(office(store)) == [("kate", RELEASED, "taken", "120.00 EUR")]


def test_a_command_that_is_not_stored_is_not_written():
    store = MemoryStore()
    with_held_order(store)
    with pytest.raises(Conflict):
        office(Contested(store, lambda _: True), tries=3).handle(release(), actor="kate")
    assert trail(office(store)) == []


def test_the_refusal_is_raised_though_the_trail_cannot_be_written():
    store = MemoryStore()
    with_held_order(store)
    with pytest.raises(AccessRefused, match="NOT_ALLOWED") as caught:
        office(Contested(store, lambda _: True)).handle(release(), actor="gustav")
    assert isinstance(caught.value.__cause__, Conflict)
    assert trail(office(store)) == []


def test_whatever_keeps_the_trail_from_being_written_is_told_as_the_cause():
    def broken() -> Any:
        raise ConnectionError("the database is gone")

    store = MemoryStore()
    with_held_order(store)
    begun = FaultyStore(store, lambda call: call > 2, broken)
    with pytest.raises(AccessRefused) as caught:
        office(begun).handle(release(), actor="gustav")
    assert isinstance(caught.value.__cause__, ConnectionError)
    assert caught.value.facts == {"action": RELEASED, "actor": "gustav", "subject": "order:O1"}


def test_a_refusal_is_written_after_lost_races():
    store = MemoryStore()
    with_held_order(store)
    assert code(office(Contested(store, first(50)), tries=1), release(), "gustav") == "NOT_ALLOWED"
    assert len(trail(office(store))) == 1


def test_the_trail_is_asked_by_subject_actor_and_outcome():
    store = MemoryStore()
    otc = with_held_order(store)
    code(otc, release(), "gustav")
    code(otc, order_of(order="O2"), "gustav")
    otc.handle(release(), actor="kate")
    assert [who for who, *_ in trail(otc)] == ["gustav", "kate", "gustav"], "all at one moment: by subject"
    assert [outcome for _, _, outcome, _ in trail(otc, actor="gustav")] == ["NOT_ALLOWED"] * 2
    assert [action for _, action, _, _ in trail(otc, subject="order:O2")] == ["order.place"]
    assert [who for who, *_ in trail(otc, refused_only=True)] == ["gustav", "gustav"]
    assert trail(otc, subject="order:O2", refused_only=True, actor="kate") == []
    assert trail(otc, subject="order:O3") == []


def test_the_trail_is_in_the_order_of_time():
    otc = office(MemoryStore())
    for order, hour in (("O2", 2), ("O1", 1), ("O2", 3)):
        with pytest.raises(AccessRefused):
            otc.handle(order_of(order=order), at=NOW + timedelta(hours=hour))
    assert [fact.stream.id for fact in otc.ask(AskAudit())] == ["order:O1", "order:O2", "order:O2"]


def test_another_scope_has_another_trail():
    store = MemoryStore()
    otc = with_held_order(store)
    code(otc, release(), "gustav")
    assert OrderToCash(store, HOUSE, scope=Scope("main", "other")).ask(AskAudit()) == ()


def test_a_subject_of_any_length_is_written():
    otc = office(MemoryStore())
    assert code(otc, order_of(order="x" * 100_000), "gustav") == "NOT_ALLOWED"
    assert [len(fact.stream.id) for fact in otc.ask(AskAudit())] == [200]


def test_a_product_is_a_subject_too():
    otc = office(MemoryStore())
    assert code(otc, ListProduct(product("P7")), "gustav") == "NOT_ALLOWED"
    assert [fact.stream.id for fact in otc.ask(AskAudit())] == ["product:P7"]


def calls(command: Any, act: Callable[[Desk], object]) -> list[str]:
    ready = desk(stocked=50)
    act(ready)
    counting = FaultyStore(ready.store, lambda _: False)
    OrderToCash(counting, HOUSE, clock=ready.clock).handle(command)
    return counting.calls


def test_without_a_policy_ordinary_commands_make_no_more_calls():
    assert not {"who", "history"} & set(calls(order_of(line(quantity=1)), lambda ready: None))
    placed = calls(AcknowledgeOrder(order="O1", day=DAY), lambda ready: ready.places())
    assert [name for name in placed if name in ("who", "history", "save")] == ["save"]
    assert calls(CANCEL, lambda ready: ready.places()).count("save") == 2


class TestAsync:
    """The async face."""

    def test_refused_and_sensitive_actions_are_written(self, store: Store):
        async def main() -> list[str]:
            codes = []
            async with ThreadedStore(store, threads=2) as threaded:
                otc = AsyncOrderToCash(threaded, house(), clock=Clock(), actor="nobody")
                for actor in ("gustav", "kate", "kate"):
                    try:
                        await otc.handle(release(), actor=actor)
                        codes.append("")
                    except Rejected as error:
                        codes.append(error.code)
                facts = await otc.ask(AskAudit(subject="order:O1"))
            assert [outcome for _, _, outcome, _ in told(facts)] == ["NOT_ALLOWED", "taken", "NOT_HELD"]
            return codes

        with_held_order(store)
        assert asyncio.run(main()) == ["NOT_ALLOWED", "", "NOT_HELD"]

    def test_the_refusal_is_raised_though_the_trail_cannot_be_written(self):
        async def main() -> None:
            async with ThreadedStore(Contested(memory, lambda _: True), threads=1) as threaded:
                otc = AsyncOrderToCash(threaded, house(), clock=Clock())
                with pytest.raises(AccessRefused) as caught:
                    await otc.handle(release(), actor="gustav")
            assert isinstance(caught.value.__cause__, Conflict)

        memory = MemoryStore()
        with_held_order(memory)
        asyncio.run(main())
        assert trail(office(memory)) == []

    def test_ordinary_refusals_are_not_written(self):
        async def main() -> None:
            async with ThreadedStore(ready.store, threads=1) as threaded:
                otc = AsyncOrderToCash(threaded, HOUSE, clock=Clock())
                with pytest.raises(Rejected):
                    await otc.handle(despatch(left("1", 99)))
                assert await otc.ask(AskAudit()) == ()

        ready = desk(stocked=50)
        ready.places()
        ready.acknowledges()
        asyncio.run(main())


def test_amounts_come_back_as_they_were_written(store: Store):
    otc = with_held_order(store)
    code(otc, order_of(line(quantity=17), order="O2"), "clara")
    (fact,) = otc.ask(AskAudit(subject="order:O2"))
    assert isinstance(fact.event, ActionRefused)
    assert (fact.event.amount, fact.at) == (eur("204.00"), NOW)
    assert dict(fact.event.facts) == {"amount": "204.00 EUR", "limit": "200.00 EUR"}
