"""What a host says to the library: commands change something, queries ask."""

from typing import Generic, TypeVar

R_co = TypeVar("R_co", covariant=True)


class Command(Generic[R_co]):
    """An intention in the imperative; `R_co` is the aggregate state that answers it."""

    __slots__ = ()


def words(name: str) -> list[str]:
    """The words of the name of a command's class, of which the first is the verb: of `PlaceOrder`, place and order."""
    return "".join(f" {letter}" if letter.isupper() else letter for letter in name).lower().split()


class Query(Generic[R_co]):
    """A question; `R_co` is its answer. Asking changes nothing."""

    __slots__ = ()
