"""A part of what is owed, with the day it falls due."""

from datetime import date
from typing import final

from attrs import frozen

from otcore.values.money import Money


@final
@frozen
class Instalment:
    """`amount` falls due on `due`; negative where the debt is the seller's (a credit note)."""

    due: date
    amount: Money
