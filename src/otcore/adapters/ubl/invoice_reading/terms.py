"""When an invoice is to be paid, in words and in figures (BT-20)."""

from datetime import date
from typing import Any

from otcore.adapters.payment_terms.stated import StatedTerms, discounts_of, instalments_of, note_of
from otcore.adapters.payment_terms.xrechnung import note_and_offers
from otcore.adapters.ubl.invoice_writing.payment import uses_skonto
from otcore.adapters.ubl.payment_terms import read_terms as read_group
from otcore.adapters.ubl.reading import UblCursor, each
from otcore.values.faults import Invalid
from otcore.values.money import Money


def read_terms(root: UblCursor, issued: date, customization: str, payable: Money) -> dict[str, Any]:
    """The words, the instalments and the discounts; by XRechnung some of the words are discounts.

    A group that says less than a whole instalment or discount is read for its words only.
    """
    groups = root.children("cac:PaymentTerms")
    stated = each(groups, _group)
    note, discounts = note_of(stated), discounts_of(stated, payable)
    if groups and uses_skonto(customization):
        try:
            note, named = note_and_offers(note, issued, payable)
        except Invalid as error:
            raise groups[0].placed(error) from None
        discounts = (*named, *discounts)
    return {"terms_note": note, "instalments": instalments_of(stated, payable), "discounts": discounts}


def _group(group: UblCursor) -> StatedTerms:
    return (
        read_group(group) if _is_instalment(group) or _is_discount(group) else StatedTerms(note=group.notes("cbc:Note"))
    )


def _is_instalment(group: UblCursor) -> bool:
    due = _says(group, "cbc:PaymentDueDate") + _says(group, "cbc:InstallmentDueDate")
    worth = _says(group, "cbc:Amount") + _says(group, "cbc:PaymentPercent")
    return due > 0 and worth == 1 and not _of_discount(group)


def _is_discount(group: UblCursor) -> bool:
    due = (
        _says(group, "cbc:PaymentDueDate") + _says(group, "cbc:InstallmentDueDate") + _says(group, "cbc:PaymentPercent")
    )
    whole = _says(group, "cbc:SettlementDiscountPercent") and _says(group, "cac:SettlementPeriod/cbc:EndDate")
    return bool(whole) and not due


def _of_discount(group: UblCursor) -> bool:
    parts = ("cbc:SettlementDiscountPercent", "cbc:SettlementDiscountAmount", "cac:SettlementPeriod/cbc:EndDate")
    return any(_says(group, part) for part in parts)


def _says(group: UblCursor, path: str) -> bool:
    return group.peek(path) != ""
