"""BAI2: cash management balance reporting of the banks of the United States and others."""

from otcore.adapters.statements.bai2.document import read_bai2

__all__ = ["read_bai2"]
