"""The clerks at work: one paper at a time, in open hours, who comes first first."""

from collections.abc import Generator
from datetime import timedelta
from random import Random
from typing import Any

import simpy
from attrs import define, field, frozen

from otcore.kpi.service.business_hours import BusinessHours
from otcore.simulation.clock import VirtualClock
from otcore.simulation.scenario import Station

Waits = Generator[Any, Any, None]
"""What takes time in the simulation."""


@frozen
class Load:
    """What a station had to do: papers done, open time they waited for a clerk, and time they were worked on."""

    papers: int
    waited: timedelta
    worked: timedelta


@define
class Desk:
    """One station at work."""

    station: Station
    hours: BusinessHours
    clock: VirtualClock
    clerks: simpy.Resource = field(init=False)
    papers: int = field(default=0, init=False)
    waited: timedelta = field(default=timedelta(0), init=False)
    worked: timedelta = field(default=timedelta(0), init=False)

    def __attrs_post_init__(self) -> None:
        self.clerks = simpy.Resource(self.clock.environment, self.station.clerks)

    def serve(self, chance: Random) -> Waits:
        """Wait for a clerk, and for the work to be done."""
        takes, came = timedelta(minutes=self.station.minutes.draw(chance)), self.clock.now()
        with self.clerks.request() as turn:
            yield turn
            began = self.clock.now()
            self.waited += self.hours.elapsed(came, began)
            yield self.clock.until(self.hours.deadline(began, takes))
        self.papers += 1
        self.worked += takes

    @property
    def load(self) -> Load:
        """What it did so far."""
        return Load(self.papers, self.waited, self.worked)
