"""An invoice as a document of EN 16931 states it: what every syntax writes, and what comes back when it is read."""

from otcore.invoicing.stating.document import as_stated
from otcore.invoicing.stating.specification import follows_extension, follows_peppol, specified

__all__ = ["as_stated", "follows_extension", "follows_peppol", "specified"]
