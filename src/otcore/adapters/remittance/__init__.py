"""Remittance advices from files: JSON, CSV, and ANSI X12 820. A file is taken whole or not at all."""

from otcore.adapters.remittance.advice_file import AdviceFile
from otcore.adapters.remittance.csv_file import read_csv_advices
from otcore.adapters.remittance.json_file import read_json_advices
from otcore.adapters.remittance.reading import read_advices
from otcore.adapters.remittance.x12 import read_x12_advices

__all__ = ["AdviceFile", "read_advices", "read_csv_advices", "read_json_advices", "read_x12_advices"]
