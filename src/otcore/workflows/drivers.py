"""The two drivers: one loop for sync hosts, the same loop awaited for async hosts."""

from collections.abc import Awaitable, Callable
from decimal import localcontext
from typing import Any, TypeVar

from otcore.ports.errors import Conflict
from otcore.ports.storage import UnitOfWork
from otcore.ports.storage_async import AsyncUnitOfWork
from otcore.values.decimals import EXACT
from otcore.values.faults import OtcoreError
from otcore.workflows.requests import Flow

R = TypeVar("R")

TRIES = 10
"""How often a flow is started before `Conflict` is raised."""


def run(start: Callable[[], Flow[R]], begin: Callable[[], UnitOfWork], tries: int = TRIES) -> R:
    """Answer a flow's requests until it returns, then commit.

    `start` makes a fresh flow, `begin` a fresh unit of work; on `Conflict` both are thrown away and made anew. Errors
    of the unit are thrown into the flow; what the flow does not catch is raised here, with nothing of the open unit
    stored.
    """
    with localcontext(EXACT):  # the thread's own context is the host's: it must not round our quantities
        for _ in range(tries - 1):
            try:
                return _once(start(), begin())
            except Conflict:
                continue
        return _once(start(), begin())


async def arun(start: Callable[[], Flow[R]], begin: Callable[[], Awaitable[AsyncUnitOfWork]], tries: int = TRIES) -> R:
    """`run`, with every answer awaited."""
    with localcontext(EXACT):  # a task's own
        for _ in range(tries - 1):
            try:
                return await _aonce(start(), await begin())
            except Conflict:
                continue
        return await _aonce(start(), await begin())


def _once(flow: Flow[R], unit: UnitOfWork) -> R:
    try:
        request = next(flow)
        while True:
            try:
                answer = request.on(unit)
            except OtcoreError as error:
                request = flow.throw(error)
            else:
                request = flow.send(answer)
    except StopIteration as stop:
        result: R = stop.value
        unit.commit()
        return result
    finally:
        flow.close()
        unit.close()


async def _aonce(flow: Flow[R], unit: AsyncUnitOfWork) -> R:
    answer: Any
    try:
        request = next(flow)
        while True:
            try:
                answer = await request.on(unit)
            except OtcoreError as error:
                request = flow.throw(error)
            else:
                request = flow.send(answer)
    except StopIteration as stop:
        result: R = stop.value
        await unit.commit()
        return result
    finally:
        flow.close()
        await unit.close()
