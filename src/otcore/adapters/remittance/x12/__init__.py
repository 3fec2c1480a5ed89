"""ANSI X12 820, Payment Order/Remittance Advice, in its interchange (X12.5, X12.6): every version from 003020 on."""

from otcore.adapters.remittance.x12.document import read_x12_advices

__all__ = ["read_x12_advices"]
