"""Scenarios about who a customer is."""

import otcore as ot
from tests.scenarios.registry import Case, decided_otherwise
from tests.scenarios.world import World


@decided_otherwise(
    "ERP-CUS-6",
    rule="a name is never changed; the second of a name is a suspected duplicate that has to be told apart",
    record="0015-who-a-customer-is.md",
)
def the_second_of_a_name_keeps_it_and_is_looked_at(case: Case) -> None:
    world = World()
    applicant = world.do(ot.ApplyCustomer("D", ot.Profile(party=ot.Party("Customer C"), currency="EUR")))
    assert (applicant.profile.party.name, applicant.duplicates) == ("Customer C", ("C",))
