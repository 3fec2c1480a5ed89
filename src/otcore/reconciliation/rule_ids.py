"""The rules that explain payments, by their ids. The ids are public: in decisions, receipts, files and tables."""

from enum import StrEnum


class RuleId(StrEnum):
    """What an explanation goes by."""

    ALL_DUE = "ALL_DUE"  # everything that a payer owes, or all that is due
    ALL_DUE_BUT = "ALL_DUE_BUT"  # all that is due, but for a few
    AMOUNT_OF_PAYER = "AMOUNT_OF_PAYER"  # nothing is named: the one item of the payer that is open with the amount
    DUE_RUN = "DUE_RUN"  # nothing is named: items that fall due one after the other
    NUMBER = "NUMBER"  # a document number
    NUMBER_NEAR = "NUMBER_NEAR"  # a document number that is not quite as printed
    NUMBER_RANGE = "NUMBER_RANGE"  # the first and the last of several document numbers
    NUMBERS_AND_ONE_MORE = "NUMBERS_AND_ONE_MORE"  # document numbers, and one item that nobody named
    NUMBERS_AND_SUM = "NUMBERS_AND_SUM"  # document numbers, and several items that nobody named
    NUMBERS_EXACT_SUM = "NUMBERS_EXACT_SUM"  # document numbers, all that are named
    NUMBERS_LESS_CREDIT = "NUMBERS_LESS_CREDIT"  # document numbers less credits
    NUMBERS_WITH_ADJUSTMENT = "NUMBERS_WITH_ADJUSTMENT"  # document numbers less a discount, tax, a fee
    OLDEST_FIRST = "OLDEST_FIRST"  # nothing is named: the oldest items, where the policy says so
    ORDER_NUMBER = "ORDER_NUMBER"  # the buyer's order number
    REMITTANCE_ADVICE = "REMITTANCE_ADVICE"  # what the payer said apart from the payment
    STRUCTURED_REFERENCE = "STRUCTURED_REFERENCE"  # the reference that the payer was asked to state
    SUM_OF_PAYER = "SUM_OF_PAYER"  # nothing is named: the only few items of the payer that add up
