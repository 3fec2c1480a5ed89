"""Scenarios beside a scenario: the same firm but for one thing."""

from typing import Any

from attrs import evolve

from otcore.simulation.scenario import Scenario


def with_terms(scenario: Scenario, more_days: int) -> Scenario:
    """Every buyer has so many days more to pay (negative: fewer), and is as late as before.

    Raises `Invalid` TERMS_DAYS where less than none are left, TERMS_TWICE for terms in instalments.
    """
    buyers = (evolve(buyer, terms=evolve(buyer.terms, days=buyer.terms.days + more_days)) for buyer in scenario.buyers)
    return evolve(scenario, buyers=tuple(buyers))


def with_clerks(scenario: Scenario, station: str, more: int = 1) -> Scenario:
    """A station (`scenario.STATIONS`) has so many clerks more (negative: fewer).

    Raises `KeyError` for a station that there is not, `Invalid` CLERKS where nobody is left.
    """
    now = scenario.stations[station]
    changed: dict[str, Any] = {station: evolve(now, clerks=now.clerks + more)}
    return evolve(scenario, **changed)
