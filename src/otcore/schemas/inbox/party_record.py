"""Customers and the seller as people write them down: flat records, a column or member for each fact."""

from collections.abc import Iterator
from decimal import Decimal

from attrs import converters, field, frozen

from otcore.customers.customer import OnboardCustomer, Profile
from otcore.invoicing.seller import Seller
from otcore.schemas.inbox import checks
from otcore.schemas.inbox.checks import faults_of, identifier_of
from otcore.values.faults import Fault, Invalid
from otcore.values.money import Money
from otcore.values.party import Address, Contact, Party
from otcore.values.percentage import Percentage
from otcore.values.terms import PaymentTerms

_NO_MORE = Percentage(0)
_NOWHERE = Address()


def _days(value: int) -> int:
    return PaymentTerms(value).days


@frozen(kw_only=True)
class PartyRecord:
    """A party. `endpoint`, `identifiers` and `company_id` are written `scheme:value` ("0088:7300010000001").

    `tax_id` is a VAT id with its country prefix, `country` an ISO 3166-1 alpha-2 code.
    """

    name: str = field(converter=checks.name)
    legal_name: str = ""
    tax_id: str = field(default="", converter=checks.tax_id)
    company_id: str = field(default="", converter=checks.optional_identifier)
    endpoint: str = field(default="", converter=checks.endpoint)
    identifiers: tuple[str, ...] = ()
    street: str = ""
    additional_street: str = ""
    city: str = ""
    postal_zone: str = ""
    subdivision: str = ""
    country: str = field(converter=checks.country)
    contact: str = ""
    telephone: str = ""
    email: str = ""

    def __attrs_post_init__(self) -> None:
        faults = tuple(self._faults())
        if faults:
            raise Invalid(*faults)

    def party(self) -> Party:
        """The party of these facts."""
        return Party(
            name=self.name,
            legal_name=self.legal_name,
            endpoint=identifier_of(self.endpoint) if self.endpoint else None,
            identifiers=tuple(map(identifier_of, self.identifiers)),
            tax_id=self.tax_id,
            company_id=identifier_of(self.company_id) if self.company_id else None,
            address=self._address(),
            contact=self._contact(),
        )

    def _address(self) -> Address:
        return Address(
            street=self.street,
            additional_street=self.additional_street,
            city=self.city,
            postal_zone=self.postal_zone,
            subdivision=self.subdivision,
            country=self.country,
        )

    def _contact(self) -> Contact | None:
        facts = (self.contact, self.telephone, self.email)
        return Contact(*facts) if any(facts) else None

    def _faults(self) -> Iterator[Fault]:
        """What is wrong where several facts meet, or in one of a list."""
        for index, each in enumerate(self.identifiers):
            yield from faults_of(f"/identifiers/{index}", identifier_of, each)


@frozen(kw_only=True)
class CustomerRecord(PartyRecord):
    """A customer. `credit_limit` is an amount in `currency`, absent when there is none; `over_delivery` a percentage.

    A delivery address is given by its `delivery_` facts, its country among them.
    """

    id: str
    currency: str
    bank_accounts: tuple[str, ...] = ()
    terms_days: int = field(default=30, converter=_days)
    end_of_month: bool = False
    terms_note: str = ""
    credit_limit: Decimal | None = field(default=None, converter=converters.optional(checks.not_negative))
    accepts_changes: bool = False
    over_delivery: Percentage = _NO_MORE
    delivery_street: str = ""
    delivery_city: str = ""
    delivery_postal_zone: str = ""
    delivery_country: str = field(default="", converter=checks.optional_country)

    def commands(self) -> tuple[OnboardCustomer, ...]:
        """The customer made known."""
        profile = Profile(
            party=self.party(),
            currency=self.currency,
            terms=PaymentTerms(self.terms_days, self.end_of_month, self.terms_note),
            credit_limit=self._limit(),
            bank_accounts=self.bank_accounts,
            delivery=self._delivery(),
            accepts_changes=self.accepts_changes,
            over_delivery=self.over_delivery,
        )
        return (OnboardCustomer(self.id, profile),)

    def _limit(self) -> Money | None:
        return None if self.credit_limit is None else Money(self.credit_limit, self.currency)

    def _delivery(self) -> Address | None:
        address = Address(
            street=self.delivery_street,
            city=self.delivery_city,
            postal_zone=self.delivery_postal_zone,
            country=self.delivery_country,
        )
        return None if address == _NOWHERE else address

    def _faults(self) -> Iterator[Fault]:
        yield from super()._faults()
        yield from faults_of("/credit_limit", self._limit)
        for index, each in enumerate(self.bank_accounts):
            yield from faults_of(f"/bank_accounts/{index}", checks.account, each)
        if self._delivery() and not self.delivery_country:
            yield Fault("COUNTRY_FORMAT", "a delivery address has a country (EN 16931 BR-57)", "/delivery_country")


@frozen(kw_only=True)
class SellerRecord(PartyRecord):
    """Who sells, and the account that customers pay to."""

    iban: str = field(default="", converter=checks.iban)
    bic: str = field(default="", converter=checks.bic)
    account_name: str = ""

    def seller(self) -> Seller:
        """The seller of these facts."""
        return Seller(party=self.party(), iban=self.iban, bic=self.bic, account_name=self.account_name)
