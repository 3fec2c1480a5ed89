"""Which of the named items are meant: one of each place in the text, vague places or not at all."""

from collections.abc import Callable, Sequence
from operator import attrgetter

from attrs import frozen

from otcore.reconciliation.evidence.cite import Cite
from otcore.values.fast_init import fast_init

MOST = 300
_SLOTS = 40
_SAYS = attrgetter("weight")


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


def choices(slots: Sequence[Sequence[Cite]], plain: Callable[[Cite], bool]) -> list[Choice]:
    """Sets that take one item of each place, the best said first, at most `MOST`. An item stands at one place only.

    A place that names nothing plainly may be skipped; at most one that does.
    """
    if len(slots) > _SLOTS:
        return [Choice(tuple(slot[0] for slot in slots), False)]
    found: list[Chosen] = [((), False)]
    for slot in slots:
        must = any(map(plain, slot))
        found = [more for chosen in found for more in _with_one_more(chosen, slot, must)]
        found = sorted(found, key=_weight, reverse=True)[:MOST] if len(found) > MOST else found
    return [Choice(cites, dropped) for cites, dropped in sorted(found, key=_weight, reverse=True)]


Chosen = tuple[tuple[Cite, ...], bool]
"""A choice that is being made."""


def _with_one_more(chosen: Chosen, slot: Sequence[Cite], must: bool) -> list[Chosen]:
    cites, dropped = chosen
    more = [((*cites, cite), dropped) for cite in slot]
    if not (must and dropped):
        more.append((cites, dropped or must))
    return more


def _weight(chosen: Chosen) -> int:
    """What is said for them together."""
    return sum(map(_SAYS, chosen[0]))
