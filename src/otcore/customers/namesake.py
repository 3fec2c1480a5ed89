"""Namesakes: who else goes by the same normalised name. One aggregate a name, so that nothing is searched through."""

from attrs import frozen

from otcore.customers.naming import normal_name
from otcore.values.facets import Facets
from otcore.values.party import Party


@frozen
class Namesake:
    """The customers of one normalised name, in the order they came."""

    customers: tuple[str, ...] = ()


@frozen
class NamesakeJoined:
    """One more customer has this name."""

    customer: str


@frozen
class NamesakeLeft:
    """A customer has another name now."""

    customer: str


Event = NamesakeJoined | NamesakeLeft


def names_of(party: Party) -> tuple[str, ...]:
    """The normalised names of a party, each once, in key order; none of a name without a letter or digit."""
    return tuple(sorted({name for name in map(normal_name, (party.name, party.legal_name)) if name}))


def join(namesake: Namesake | None, customer: str) -> tuple[NamesakeJoined, ...]:
    """Take a name; nothing to do for a customer that has it."""
    return () if namesake and customer in namesake.customers else (NamesakeJoined(customer),)


def leave(namesake: Namesake | None, customer: str) -> tuple[NamesakeLeft, ...]:
    """Give a name up; nothing to do for a customer that has not got it."""
    return (NamesakeLeft(customer),) if namesake and customer in namesake.customers else ()


def evolve(namesake: Namesake | None, event: Event) -> Namesake:
    """The name after one fact."""
    before = namesake.customers if namesake else ()
    if isinstance(event, NamesakeJoined):
        return Namesake((*before, event.customer))
    return Namesake(tuple(each for each in before if each != event.customer))


def facets(namesake: Namesake) -> Facets:
    """Found by its id only: the normalised name."""
    return Facets()
