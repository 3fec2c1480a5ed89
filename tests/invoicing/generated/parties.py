"""Who trades, as far as the taxes of the document want to know."""

from otcore.invoicing.document import DeliveryInformation
from otcore.values import Address, Contact, Identifier, Party
from tests.invoicing.generated.taxes import uses
from tests.invoicing.generated.words import code, coded, day, maybe, said, text


def seller(random, taxes):
    """The seller; a tax representative stands in for a VAT id where the number of the tax office is given instead."""
    out_of_scope = uses(taxes, "O")
    foreign = not out_of_scope and not uses(taxes, "K") and not uses(taxes, "G") and random.random() < 0.3
    ids = {"tax_registration": code(random)} if foreign else {}
    tax_id = "" if out_of_scope or foreign else f"{country_of(taxes)}55667788{random.randrange(100)}"
    return Party(
        "Nordic Tools",
        random.choice(("", "Nordic Tools Aktiebolag")),
        endpoint=Identifier("7300010000001", "0088"),
        identifiers=tuple(Identifier(code(random), scheme) for scheme in ("", "0088")[: random.randrange(3)]),
        tax_id=tax_id,
        company_id=Identifier("5566778899", random.choice(("", "0007"))),
        address=address(random, country_of(taxes)),
        contact=maybe(random, lambda: contact(random)),
        **ids,
        **said(random, "legal_information"),
    )


def buyer(random, taxes):
    """The buyer."""
    country = "IT" if uses(taxes, "B") else "DE"
    return Party(
        "Bau & Söhne",
        random.choice(("", "Bau & Söhne GmbH")),
        endpoint=Identifier("4000001000005", "0088"),
        identifiers=(Identifier(code(random), random.choice(("", "0088"))),) if random.random() < 0.5 else (),
        tax_id="" if uses(taxes, "O") else f"{country}123456789",
        company_id=maybe(random, lambda: Identifier(code(random))),
        address=address(random, country),
        contact=maybe(random, lambda: contact(random)),
    )


def payee(random):
    """Somebody else who is paid."""
    return Party(
        "Factoring Bank",
        identifiers=(Identifier(f"P-{code(random)}", random.choice(("", "0088"))),) if random.random() < 0.5 else (),
        company_id=maybe(random, lambda: Identifier(code(random), "0002")),
    )


def representative(random, taxes):
    """Who answers for the seller's tax."""
    if uses(taxes, "O") or random.random() < 0.7:
        return None
    country = country_of(taxes)
    return Party("Tax Agents", tax_id=f"{country}99887766", address=address(random, country))


def delivery(random, taxes):
    """Where and when the goods went; an intra-community supply says so."""
    country = "IT" if uses(taxes, "B") else "DE"
    if uses(taxes, "K"):
        return DeliveryInformation(day=day(random), address=address(random, country))
    if random.random() < 0.4:
        return None
    return DeliveryInformation(
        day=day(random),
        location=maybe(random, lambda: Identifier(code(random), random.choice(("", "0088")))),
        party_name=maybe(random, lambda: text(random)) or "",
        address=maybe(random, lambda: address(random, country)),
    )


def address(random, country):
    """An address in a country."""
    names = ("street", "additional_street", "city", "postal_zone", "subdivision", "line")
    return Address(**coded(random, *names), country=country)


def contact(random):
    """Whom to ask."""
    return Contact(name="Anna Ek", **coded(random, "telephone"), email="anna@nordic.example")


def country_of(taxes):
    """Where the seller is: split payment is Italy's."""
    return "IT" if uses(taxes, "B") else "SE"
