"""Who sells."""

from attrs import frozen

from otcore.values.party import Party


@frozen(kw_only=True)
class Seller:
    """The party on every document, and where the money should go."""

    party: Party
    iban: str = ""
    bic: str = ""
    account_name: str = ""
