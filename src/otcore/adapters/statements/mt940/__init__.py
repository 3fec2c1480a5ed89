"""SWIFT MT940 customer statements and MT942 interim reports, in the dialects that banks write them in.

Source: SWIFT Standards MT, category 9; for the structured `:86:` the rules of the German banks (DFÜ-Abkommen, annex 3).
"""

from otcore.adapters.statements.mt940.document import read_mt940

__all__ = ["read_mt940"]
