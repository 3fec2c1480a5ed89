"""Applying, being verified, changing what is known: who the customer is."""

from otcore.customers.commands import ApplyCustomer, ChangeProfile, ReopenCustomer, VerifyCustomer
from otcore.customers.customer import Customer, require_currency, require_new
from otcore.customers.events import CustomerApplied, CustomerReopened, CustomerVerified, ProfileChanged
from otcore.customers.onboarding import ONBOARDING, Status
from otcore.customers.profile import Profile
from otcore.values.faults import Rejected
from otcore.values.vat.checking import check_vat

FIXED = ("currency", "credit_account")
"""What the credit account was opened with; another needs another customer."""
GRANTED = ("terms", "credit_limit")
"""What only an approval changes."""


def apply(
    customer: Customer | None, command: ApplyCustomer, profile: Profile, namesakes: tuple[str, ...]
) -> tuple[CustomerApplied, ...]:
    """The facts of an application.

    `profile`: the command's, with its group's account; `namesakes`: who else has its names.
    """
    require_new(customer, command.customer)
    require_currency(command.customer, profile)
    require_vat(command.customer, profile)
    return (CustomerApplied(command.customer, profile, namesakes),)


def verify(customer: Customer, command: VerifyCustomer) -> tuple[CustomerVerified, ...]:
    """The facts of a verification."""
    require(customer, CustomerVerified)
    _require_distinct(customer.id, customer.suspects, command.distinct_from)
    return (CustomerVerified(command.distinct_from, command.reason),)


def reopen(customer: Customer, command: ReopenCustomer, namesakes: tuple[str, ...]) -> tuple[CustomerReopened, ...]:
    """The facts of a reopening; who came under the same name meanwhile is a suspect, too."""
    require(customer, CustomerReopened)
    return (CustomerReopened(command.reason, namesakes),)


def change(customer: Customer, command: ChangeProfile, namesakes: tuple[str, ...]) -> tuple[ProfileChanged, ...]:
    """The facts of a change; none when nothing changes. `namesakes`: who else has the names that it has from now on."""
    require(customer, ProfileChanged)
    before, profile = customer.profile, command.profile
    if before == profile:
        return ()
    _require_same("PROFILE_FIXED", customer, profile, FIXED)
    _require_same("TERMS_NEED_APPROVAL", customer, profile, GRANTED)
    if before.party.tax_id != profile.party.tax_id:
        require_vat(customer.id, profile)
    if customer.status in (Status.ACTIVE, Status.BLOCKED):
        new = tuple(each for each in namesakes if each not in (*customer.duplicates, *customer.distinct_from))
        _require_distinct(customer.id, new, command.distinct_from)
    return (ProfileChanged(profile, namesakes, command.distinct_from),)


def require(customer: Customer, event: type) -> None:
    """`STATUS_WRONG` when the life cycle has no such event in the customer's status."""
    if not ONBOARDING.allows(customer.status, event):
        raise Rejected("STATUS_WRONG", customer=customer.id, status=customer.status.value, event=event.__name__)


def require_vat(customer: str, profile: Profile) -> None:
    """`VAT_FORMAT`, `VAT_CHECK_DIGITS`: what the country of a stated VAT id says of it."""
    tax_id = profile.party.tax_id
    fault = check_vat(tax_id) if tax_id else None
    if fault is not None:
        raise Rejected(fault.code, customer=customer, tax_id=tax_id, why=fault.message)


def _require_distinct(customer: str, suspects: tuple[str, ...], named: tuple[str, ...]) -> None:
    unresolved = tuple(each for each in suspects if each not in named)
    if unresolved:
        raise Rejected("DUPLICATES_UNRESOLVED", customer=customer, duplicates=", ".join(unresolved))


def _require_same(code: str, customer: Customer, profile: Profile, names: tuple[str, ...]) -> None:
    others = tuple(name for name in names if getattr(customer.profile, name) != getattr(profile, name))
    if others:
        raise Rejected(code, customer=customer.id, fields=", ".join(others))
