"""Which of the named items are meant: one of each place in the text, vague places or not at all."""

from collections.abc import Callable, Sequence
from operator import attrgetter

from attrs import frozen

from otcore.reconciliation.evidence.cite import Cite
from otcore.values.fast_init import fast_init

MOST = 300
_SLOTS = 40


@fast_init
@frozen
class Choice:
    """Items chosen, a place of the text each; `dropped`: a place that names plainly was left out."""

    cites: tuple[Cite, ...]
    dropped: bool

    @property
    def total(self) -> int:
        """What is open of them together."""
        return sum(cite.entry.open for cite in self.cites)

    @property
    def weight(self) -> int:
        """What is said for them together."""
        return sum(cite.weight for cite in self.cites)


def choices(slots: Sequence[Sequence[Cite]], plain: Callable[[Cite], bool]) -> list[Choice]:
    """Sets that take one item of each place, the best said first, at most `MOST`. An item stands at one place only.

    A place that names nothing plainly may be skipped; at most one that does.
    """
    found = [Choice((), False)]
    if len(slots) > _SLOTS:
        return [Choice(tuple(slot[0] for slot in slots), False)]
    for slot in slots:
        must = any(map(plain, slot))
        found = [more for choice in found for more in (*_with(choice, slot), *_without(choice, must))]
        found = sorted(found, key=attrgetter("weight"), reverse=True)[:MOST] if len(found) > MOST else found
    return sorted(found, key=attrgetter("weight"), reverse=True)


def _with(choice: Choice, slot: Sequence[Cite]) -> list[Choice]:
    return [Choice((*choice.cites, cite), choice.dropped) for cite in slot]


def _without(choice: Choice, must: bool) -> list[Choice]:
    if must and choice.dropped:
        return []
    return [Choice(choice.cites, True) if must else choice]
