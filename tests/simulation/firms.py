"""Small firms that are played in no time."""

from datetime import date

from otcore.simulation.distribution import Always, Between
from otcore.simulation.scenario import Buyer, Scenario, Station
from otcore.values.terms import PaymentTerms

MONDAY = date(2026, 1, 5)
USUAL = Buyer(name="usual", customers=2, terms=PaymentTerms(days=10), orders=Between(1, 3), lateness=Between(-2, 5))
SMALL = Scenario(start=MONDAY, days=40, warm_up=5, buyers=(USUAL,))


QUICK = Station(9, Always(1))


def steady(orders: int = 1, terms: int = 10, late: int = 0, warehouse: Station = QUICK) -> Scenario:
    """So many orders a working day, each of ten pieces, paid so many days late; nothing takes long unless said."""
    buyer = Buyer(
        name="steady",
        customers=1,
        terms=PaymentTerms(days=terms),
        orders=Always(orders),
        pieces=Always(10),
        lateness=Always(late),
    )
    return Scenario(
        start=MONDAY,
        days=28,
        warm_up=0,
        buyers=(buyer,),
        desk=QUICK,
        warehouse=warehouse,
        billing=QUICK,
        cash=QUICK,
    )
