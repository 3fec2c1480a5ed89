"""Many charge one invoice at the same time, on every store: it is charged once; and async hosts do the same."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from attrs import evolve as changed

from otcore.adapters.gateways import Failing, FailingGateway, MemoryGateway, ThreadedGateway
from otcore.adapters.memory import MemoryStore
from otcore.adapters.threads import ThreadedStore
from otcore.app.asynchronous import AsyncOrderToCash
from otcore.payments.gateway.lifecycle import PaymentStage
from otcore.payments.gateway.operation import Doing
from otcore.ports.errors import Conflict
from otcore.ports.storage import Store
from otcore.values.faults import Rejected
from tests.workflows.debtors import MANY_TRIES
from tests.workflows.desk import HOUSE, Clock, Desk
from tests.workflows.gateways.counter import (
    LATER,
    assert_money_agrees,
    captures,
    charges,
    counter,
    owed,
    payment,
    refunds,
    wish,
)
from tests.workflows.gateways.test_unknown_outcomes import effects


def tried(ready: Desk, act: Any, *given: Any, **more: Any) -> str:
    try:
        act(ready, *given, **more)
    except (Rejected, Conflict) as error:
        return str(error).split(":")[0]
    return "done"


def test_one_of_many_tills_charges_an_invoice(store: Store):
    ready, gateway = counter(store=store, tries=MANY_TRIES)
    with ThreadPoolExecutor(4) as threads:
        done = list(threads.map(lambda number: tried(ready, charges, f"P{number}"), range(8)))
    assert done.count("done") == 1
    assert set(done) <= {"done", "PAYMENT_PENDING", "AMOUNT_NOT_POSITIVE"}
    assert (effects(gateway, Doing.CAPTURE), owed(ready)) == (1, "0.00")
    assert_money_agrees(ready)


def test_the_same_wish_from_many_threads_is_one_charge(store: Store):
    ready, gateway = counter(store=store, tries=MANY_TRIES)
    with ThreadPoolExecutor(4) as threads:
        done = list(threads.map(lambda _: tried(ready, charges), range(8)))
    assert set(done) == {"done"}
    assert (effects(gateway, Doing.AUTHORISE), effects(gateway, Doing.CAPTURE)) == (1, 1)
    assert_money_agrees(ready)


def test_the_same_refund_from_many_threads_goes_back_once(store: Store):
    ready, gateway = counter(store=store, tries=MANY_TRIES)
    charges(ready)
    with ThreadPoolExecutor(4) as threads:
        list(threads.map(lambda _: tried(ready, refunds, "20.00"), range(6)))
    assert (effects(gateway, Doing.REFUND), owed(ready)) == (1, "20.00")
    assert_money_agrees(ready)


def test_two_captures_at_once_take_no_more_than_was_promised(store: Store):
    ready, gateway = counter(store=store, tries=MANY_TRIES)
    charges(ready, capture=False)
    with ThreadPoolExecutor(4) as threads:
        list(threads.map(lambda number: tried(ready, captures, "70.00", f"c{number}"), range(4)))
    assert effects(gateway, Doing.CAPTURE) == 1
    assert payment(ready).captured.amount == 70
    assert_money_agrees(ready)


def test_an_async_host_charges_and_finds_out():
    gateway = FailingGateway(MemoryGateway(), Failing.TIMEOUT_AFTER)

    async def story(store: MemoryStore) -> list[PaymentStage]:
        house = changed(HOUSE, gateways={"cards": ThreadedGateway(gateway)})
        async with ThreadedStore(store, threads=2) as threads:
            otc = AsyncOrderToCash(threads, house, clock=Clock())
            first = await otc.handle(wish(capture=True))
            await otc.tick(LATER)
            second = await otc.handle(wish(capture=True))
            return [first.status, second.status]

    ready, _ = counter()
    assert isinstance(ready.store, MemoryStore)
    assert asyncio.run(story(ready.store)) == [PaymentStage.UNKNOWN, PaymentStage.CAPTURED]
    assert owed(ready) == "0.00"
