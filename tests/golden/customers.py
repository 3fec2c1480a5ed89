"""The part of the story in which customers apply, are looked at, change, and go."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from attrs import evolve as changed

import otcore as ot
from otcore.values.party import Contact


def every_term() -> ot.PaymentTerms:
    """Terms that say everything terms can say."""
    step = ot.DueStep(months=1, weeks=2, days=3, working_days=4, day=31, weekday=0)
    rule = ot.DueRule((step,), ot.DueAnchor.DELIVERY, cutoff=20, payment_days=(5, 15))
    return ot.PaymentTerms(
        note="in parts",
        instalments=(
            ot.InstalmentTerms(rule, ot.Percentage("33.3"), round_to=Decimal("0.05")),
            ot.InstalmentTerms(rule, ot.Percentage(50), of_balance=True),
            ot.InstalmentTerms(amount=ot.Money("10", "EUR")),
            ot.InstalmentTerms(),
        ),
        discounts=(ot.DiscountTerms(ot.Percentage("2.5"), rule, on_net=True),),
        rolling=ot.Rolling.MODIFIED_FOLLOWING,
        sequential=True,
    )


def customers(otc: ot.OrderToCash, at: datetime, address: ot.Address) -> None:
    """A group, and an applicant that goes through everything that can happen to a customer."""

    def do(command: Any, actor: str = "story") -> Any:
        return otc.handle(command, actor=actor, at=at)

    limit, end = ot.Money("900", "EUR"), at.date().replace(month=12, day=31)
    do(ot.DefineGroup("G-1", "Hôpitaux", ("LIST-1",), "", "G-1-ACCOUNT", "EUR", limit))
    party = ot.Party(
        "Hopital du Parc S.A.",
        "Société anonyme de l'Hôpital du Parc",
        ot.Identifier("5412345000037", "0088"),
        (ot.Identifier("77-4712", "0208"),),
        "DE 136 695 976",
        ot.Identifier("0403170702", "0208"),
        address,
        Contact("Mme Lambert", "+32 4 555 01 01", "direction@parc.example"),
    )
    profile = ot.Profile(
        party=party,
        currency="EUR",
        credit_limit=limit,
        bank_accounts=("DE89370400440532013000",),
        delivery=address,
        under_delivery=ot.Percentage("2.5"),
        price_lists=("LIST-1",),
        currencies=("USD",),
        ship_complete=True,
    )
    do(ot.ApplyCustomer("C-2", profile))
    do(ot.VerifyCustomer("C-2", ("C-1",), "another register"))
    do(ot.ProposeTerms("C-2", every_term(), limit, None, "asked for"), "ann")
    do(ot.RejectTerms("C-2", "too long", 1), "bob")
    do(ot.ProposeTerms("C-2", ot.PaymentTerms(14, True, "14 days"), limit, end, "agreed by telephone"), "ann")
    do(ot.ApproveTerms("C-2", 2), "bob")
    do(ot.ActivateCustomer("C-2", "welcome"))
    do(ot.BlockCustomer("C-2", "register is out of date"))
    do(ot.UnblockCustomer("C-2", "new register"))
    paper = ot.DocumentRef("0123456789abcdef" * 4, "Handelsregister.pdf", "application/pdf", 12345)
    state = do(ot.AttachDocument("C-2", paper, "company register"))
    renamed = changed(state.profile, party=changed(party, name="Clinique du Lac", tax_id="BE0428759497"))
    do(ot.ChangeProfile("C-2", renamed, ("C-1",)))
    do(ot.CloseCustomer("C-2", "merged"))
    do(ot.ReopenCustomer("C-2", "parted again"))
    do(ot.ProposeTerms("C-2", ot.PaymentTerms(7), None, None, "as before"), "ann")
    do(ot.OnboardCustomer("C-3", ot.Profile(party=ot.Party("Member"), currency="EUR", group="G-1")))
