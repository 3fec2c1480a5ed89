"""Aliases: every identifier, tax id and bank account by which documents name a customer, each owned by one customer."""

from attrs import frozen

from otcore.customers.customer import Profile
from otcore.values.account import compact_account, has_iban_checks, looks_like_iban
from otcore.values.facets import Facets
from otcore.values.faults import Rejected
from otcore.values.party import Party


@frozen
class Alias:
    """One name of a customer. A name two customers share would make documents ambiguous, so it is taken once."""

    customer: str


@frozen
class AliasTaken:
    """From now on the name means this customer."""

    customer: str


def take(alias: Alias | None, key: str, customer: str) -> tuple[AliasTaken, ...]:
    """Take a name for a customer; nothing to do when it has it already, `IDENTIFIER_TAKEN` when another has it."""
    if alias is None:
        return (AliasTaken(customer),)
    if alias.customer != customer:
        raise Rejected("IDENTIFIER_TAKEN", identifier=key, customer=customer, owner=alias.customer)
    return ()


def evolve(alias: Alias | None, event: AliasTaken) -> Alias:
    """The alias after one fact."""
    return Alias(event.customer)


def facets(alias: Alias) -> Facets:
    """Found by customer."""
    return Facets(party=alias.customer)


def party_keys(party: Party) -> tuple[str, ...]:
    """The names a document may use for this party, the most specific first: endpoint, identifiers, tax id, company
    id.
    """
    named = [party.endpoint, *party.identifiers, party.company_id]
    keys = [f"{name.scheme}:{name.value}" for name in named if name is not None and name.value]
    if party.tax_id:
        keys.append(f"VAT:{party.tax_id}")
    return tuple(dict.fromkeys(keys))


def account_key(account: str) -> str:
    """The name a bank statement uses; blanks do not count."""
    return "account:" + compact_account(account)


def profile_keys(profile: Profile) -> tuple[str, ...]:
    """Every name of a customer, each once.

    Refused: `IBAN_CHECK_DIGITS` when what looks like an IBAN is none (ISO 13616: mod 97 = 1).
    """
    for account in profile.bank_accounts:
        compact = compact_account(account)
        if looks_like_iban(compact) and not has_iban_checks(compact):
            raise Rejected("IBAN_CHECK_DIGITS", account=account)
    return tuple(dict.fromkeys((*party_keys(profile.party), *map(account_key, profile.bank_accounts))))
