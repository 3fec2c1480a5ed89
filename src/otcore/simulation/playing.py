"""A scenario played once: orders arrive, clerks work, customers pay."""

from datetime import UTC, datetime, time, timedelta
from random import Random

from otcore.invoicing.invoice import Invoice
from otcore.kpi.orders.queries import AskOrderRows
from otcore.simulation.clock import VirtualClock
from otcore.simulation.firm import Firm, customer
from otcore.simulation.outcome import Outcome
from otcore.simulation.scenario import Buyer, Scenario
from otcore.simulation.stations import Desk, Waits

_PAYMENTS_ARRIVE = time(8)


def play(scenario: Scenario, seed: int = 0) -> Outcome:
    """Play it from the first day to the last. The same scenario and seed give the same outcome, to the last byte.

    Every order draws from a chance of its own, made of the seed and its number: in another scenario of the same seed
    the same orders come, and pay alike, so that what differs is the scenario's doing (common random numbers).
    """
    return _Play(scenario, seed).outcome()


class _Play:
    def __init__(self, scenario: Scenario, seed: int) -> None:
        self._scenario, self._seed = scenario, seed
        self._clock = VirtualClock.starting(scenario.start)
        self._firm = Firm(scenario, self._clock)
        self._desks = {name: Desk(station, scenario.hours, self._clock) for name, station in scenario.stations.items()}

    def outcome(self) -> Outcome:
        environment = self._clock.environment
        for buyer in self._scenario.buyers:
            environment.process(self._arrivals(buyer))
        environment.run(until=self._scenario.days * 24 * 60)
        loads = {name: desk.load for name, desk in self._desks.items()}
        end = self._scenario.end
        return Outcome(self._scenario, self._seed, self._firm.ledger(end), self._firm.ask(AskOrderRows()), loads)

    def _chance(self, *of: object) -> Random:
        """A chance of its own for each purpose, the same on every machine."""
        return Random(":".join(map(str, (self._seed, *of))))

    def _arrivals(self, buyer: Buyer) -> Waits:
        """Orders of a day come at any minute of its open hours."""
        for number in range(self._scenario.days):
            day = self._scenario.start + timedelta(days=number)
            yield self._clock.until(datetime.combine(day, time(0), UTC))
            if not self._scenario.hours.calendar.is_working(day):
                continue
            for order in range(buyer.orders.draw(self._chance(buyer.name, day))):
                self._clock.environment.process(self._order(buyer, f"{buyer.name}-{day}-{order}"))

    def _order(self, buyer: Buyer, order: str) -> Waits:
        chance, hours = self._chance(order), self._scenario.hours
        pieces, late = buyer.pieces.draw(chance), buyer.lateness.draw(chance)
        who = customer(buyer, chance.randrange(buyer.customers))
        yield self._clock.until(hours.deadline(self._clock.now(), timedelta(minutes=chance.randrange(8 * 60))))
        placed = self._firm.place(order, who, pieces)
        if placed.holds:
            yield from self._desks["credit"].serve(chance)
            self._firm.release(placed)
        yield from self._desks["desk"].serve(chance)
        self._firm.acknowledge(order)
        yield from self._desks["warehouse"].serve(chance)
        self._firm.ship(order, pieces)
        yield from self._desks["billing"].serve(chance)
        yield from self._payment(self._firm.bill(order), late, chance)

    def _payment(self, invoice: Invoice, late: int, chance: Random) -> Waits:
        due = invoice.document.due or invoice.document.issued
        yield self._clock.until(datetime.combine(due + timedelta(days=late), _PAYMENTS_ARRIVE, UTC))
        receipt = self._firm.receive(invoice)
        yield from self._desks["cash"].serve(chance)
        self._firm.apply(receipt)
