"""Amount relations: how a payment and the items it may pay differ, and what explains the difference."""

from otcore.reconciliation.relations.discount import discount
from otcore.reconciliation.relations.exact import exact
from otcore.reconciliation.relations.fee import fee
from otcore.reconciliation.relations.over import over
from otcore.reconciliation.relations.related import Related, Relation
from otcore.reconciliation.relations.relating import relate
from otcore.reconciliation.relations.rounded import rounding
from otcore.reconciliation.relations.short import short
from otcore.reconciliation.relations.withholding import withholding

__all__ = [
    "Related",
    "Relation",
    "discount",
    "exact",
    "fee",
    "over",
    "relate",
    "rounding",
    "short",
    "withholding",
]
