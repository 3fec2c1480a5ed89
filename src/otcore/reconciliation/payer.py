"""A payer as matching knows it: the names and accounts of a customer."""

from attrs import frozen


@frozen
class Payer:
    """A customer: `names` it goes by (aliases too), `accounts` it is known to pay from, `parent` who may pay for it."""

    customer: str
    names: tuple[str, ...]
    accounts: tuple[str, ...] = ()
    parent: str = ""
