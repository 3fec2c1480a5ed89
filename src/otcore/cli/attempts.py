"""One document at a time: whatever goes wrong with it is told, and stays with it."""

from collections.abc import Callable
from typing import TypeVar

from attrs import evolve

from otcore.cli.documents import Failure
from otcore.ports.errors import Conflict, GatewayError, NotFound
from otcore.values.faults import Fault, Invalid, Rejected

R = TypeVar("R")


def attempt(do: Callable[[], R], file: str, document: str = "", place: str = "") -> R | Failure:
    """What `do` gives, or why it could not. A store that is gone (`GatewayError`) is no document's fault."""
    try:
        return do()
    except GatewayError:
        raise
    except Exception as error:
        return Failure(file, document, tuple(placed(fault, file, place) for fault in faults_of(error)))


def faults_of(error: Exception) -> tuple[Fault, ...]:
    """An error as faults. One that nobody foresaw is told too, so that it does not stop the documents after it."""
    if isinstance(error, Invalid):
        return error.faults
    if isinstance(error, Rejected):
        return (Fault(error.code, ", ".join(f"{name} {value}" for name, value in error.facts.items())),)
    if isinstance(error, NotFound):
        return (Fault(error.code, f"there is no {error.kind} {error.id}"),)
    if isinstance(error, Conflict):
        return (Fault("STORE_BUSY", f"somebody else keeps writing to the store, try again ({error})"),)
    return (Fault("UNEXPECTED", f"{type(error).__name__}: {error}; please report this"),)


def placed(fault: Fault, file: str, place: str = "") -> Fault:
    """The fault with its place in the file; readers differ in whether they name the file too."""
    path = fault.path.removeprefix(file).strip()
    return evolve(fault, path=f"{place} {path}".strip())
