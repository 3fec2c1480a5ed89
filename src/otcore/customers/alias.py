"""Aliases: every identifier, tax id and bank account by which documents name a customer, each owned by one customer."""

from attrs import frozen

from otcore.customers.profile import Profile
from otcore.values.account import compact_account, iban_fault
from otcore.values.facets import Facets
from otcore.values.faults import Rejected
from otcore.values.party import Party
from otcore.values.vat.checking import compact_vat


@frozen
class Alias:
    """One name of a customer, "" when nobody has it any more.

    A name two customers share would make documents ambiguous, so it is taken once.
    """

    customer: str


@frozen
class AliasTaken:
    """From now on the name means this customer."""

    customer: str


@frozen
class AliasFreed:
    """From now on the name means nobody: it was a mistake, or its customer gave it up."""

    customer: str


Event = AliasTaken | AliasFreed


def take(alias: Alias | None, key: str, customer: str) -> tuple[AliasTaken, ...]:
    """Take a name for a customer; nothing to do when it has it already, `IDENTIFIER_TAKEN` when another has it."""
    if alias is None or not alias.customer:
        return (AliasTaken(customer),)
    if alias.customer != customer:
        raise Rejected("IDENTIFIER_TAKEN", identifier=key, customer=customer, owner=alias.customer)
    return ()


def free(alias: Alias | None, customer: str) -> tuple[AliasFreed, ...]:
    """Give a name up; nothing to do for a customer that has not got it."""
    return (AliasFreed(customer),) if alias is not None and alias.customer == customer else ()


def evolve(alias: Alias | None, event: Event) -> Alias:
    """The alias after one fact."""
    return Alias(event.customer if isinstance(event, AliasTaken) else "")


def facets(alias: Alias) -> Facets:
    """Found by customer."""
    return Facets(party=alias.customer)


def party_keys(party: Party) -> tuple[str, ...]:
    """The names a document may use for this party, the most specific first: endpoint, identifiers, tax id, company
    id. A VAT id with blanks or punctuation in it is known without them, too.
    """
    named = [party.endpoint, *party.identifiers, party.company_id]
    keys = [f"{name.scheme}:{name.value}" for name in named if name is not None and name.value]
    if party.tax_id:
        keys += [f"VAT:{party.tax_id}", f"VAT:{compact_vat(party.tax_id)}"]
    return tuple(dict.fromkeys(keys))


def account_key(account: str) -> str:
    """The name a bank statement uses; blanks do not count."""
    return "account:" + compact_account(account)


def profile_keys(profile: Profile) -> tuple[str, ...]:
    """Every name of a customer, each once.

    Refused: `IBAN_FORMAT`, `IBAN_CHECK_DIGITS` when what looks like an IBAN is none (`values.account.iban_fault`).
    """
    for account in profile.bank_accounts:
        code = iban_fault(compact_account(account))
        if code:
            raise Rejected(code, account=account)
    return known_keys(profile)


def known_keys(profile: Profile) -> tuple[str, ...]:
    """Every name of a customer whose accounts were checked before, each once."""
    return tuple(dict.fromkeys((*party_keys(profile.party), *map(account_key, profile.bank_accounts))))
