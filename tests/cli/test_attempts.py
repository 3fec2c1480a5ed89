"""Whatever goes wrong with a document is told with its place, and stays with it."""

import pytest

from otcore.cli.attempts import attempt
from otcore.cli.documents import Failure
from otcore.ports.errors import Conflict, GatewayError, NotFound
from otcore.values.faults import Fault, Invalid, Rejected


def told(error: Exception, place: str = "") -> tuple[Fault, ...]:
    def fails() -> None:
        raise error

    outcome = attempt(fails, "a.xml", "order 7", place)
    assert isinstance(outcome, Failure)
    assert (outcome.file, outcome.document) == ("a.xml", "order 7")
    return outcome.faults


def test_what_works_is_handed_on():
    assert attempt(lambda: 7, "a.xml") == 7


@pytest.mark.parametrize(
    ("error", "fault"),
    [
        (Rejected("ORDER_OVER", order="7", status="closed"), Fault("ORDER_OVER", "order 7, status closed")),
        (NotFound("customer", "C1"), Fault("NOT_FOUND", "there is no customer C1")),
        (ZeroDivisionError("by zero"), Fault("UNEXPECTED", "ZeroDivisionError: by zero; please report this")),
    ],
)
def test_every_error_becomes_a_fault(error, fault):
    assert told(error) == (fault,)


def test_a_busy_store_is_told_as_such():
    assert [fault.code for fault in told(Conflict("locked"))] == ["STORE_BUSY"]


def test_a_store_that_is_gone_is_no_documents_fault():
    with pytest.raises(GatewayError):
        told(GatewayError("gone"))


@pytest.mark.parametrize(
    ("path", "place", "shown"),
    [
        ("a.xml line 3 /Order", "", "line 3 /Order"),
        ("line 3", "", "line 3"),
        ("", "line 12", "line 12"),
        ("/lines/1", "line 12", "line 12 /lines/1"),
    ],
)
def test_a_place_names_the_file_once(path, place, shown):
    (fault,) = told(Invalid.one("X", "x", path), place)
    assert fault.path == shown
