"""What is saved is announced: the messages of its facts go to the outbox in the same unit of work."""

from typing import TypeVar

from otcore.ports.messages import notice_of
from otcore.values.faults import OtcoreError
from otcore.workflows.requests import Announce, Flow, Save
from otcore.workflows.telling import messages

R = TypeVar("R")


def announced(flow: Flow[R]) -> Flow[R]:
    """The flow with the messages of everything it saves: none is forgotten, and none tells what did not happen."""
    try:
        request = next(flow)
        while True:
            try:
                answer = yield request
            except OtcoreError as error:
                request = flow.throw(error)
                continue
            if isinstance(request, Save):
                for message in messages(*request.kept):
                    yield Announce(notice_of(message))
            request = flow.send(answer)
    except StopIteration as stop:
        result: R = stop.value
        return result
    finally:
        flow.close()
