"""An invoice to calculate as JSON, and the calculated invoice as JSON."""

from otcore.schemas.calculation.calculating import calculated, calculated_json
from otcore.schemas.calculation.request import InvoiceRequest

__all__ = ["InvoiceRequest", "calculated", "calculated_json"]
