"""JSON pointers (RFC 6901): where in a document something stands."""

from collections.abc import Iterable

from otcore.schemas.limits import IDENTIFIER


def pointer(steps: Iterable[str | int]) -> str:
    """("lines", 3, "quantity") is "/lines/3/quantity"; the whole document is ""."""
    return "".join(map(step, steps))


def step(name: str | int) -> str:
    """One step down. A name that a hostile document chose is shortened, and what cannot be shown is escaped."""
    text = str(name)[:IDENTIFIER].replace("~", "~0").replace("/", "~1")
    return "/" + (text if text.isprintable() else "".join(map(_shown, text)))


def parents(pointer: str) -> tuple[str, ...]:
    """The pointer, then what is around it, up to the whole document."""
    found = [pointer]
    while found[-1]:
        found.append(found[-1].rpartition("/")[0])
    return tuple(found)


def _shown(character: str) -> str:
    return character if character.isprintable() else ascii(character)[1:-1]
