"""What speaks against an explanation: items that are named and still owed, and are none of it."""

from collections.abc import Iterator

from otcore.reconciliation.evidence import weights
from otcore.reconciliation.evidence.cite import Cite
from otcore.reconciliation.reading import Reading
from otcore.reconciliation.rules.draft import Said


def is_plain(cite: Cite, reading: Reading) -> bool:
    """Whether it names its item beyond chance."""
    return reading.beyond[cite.entry.id] >= weights.NAMED_PLAINLY


def left_out(
    customer: str,
    reading: Reading,
    taken: set[str],
    places: frozenset[int] = frozenset(),
    named: bool = True,
) -> Iterator[Said]:
    """A finding for each item that is named, open, and not among those `taken`.

    `places`: where the text is understood otherwise. `named`: the explanation rests on other names.
    A wrong number says still whose it is: it weighs what it says, less that it is wrong and which wrong one it is.
    """
    cost = weights.LEFT_OUT_TOO if named else weights.LEFT_OUT
    for cite in reading.plain:
        entry = cite.entry
        if entry.id not in taken and cite.start not in places:
            weight = cost + reading.beyond[entry.id]
            yield Said("LEFT_OUT", entry.id, weight if entry.customer == customer else min(0, weight), cite)
