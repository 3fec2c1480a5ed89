"""What a part of a remittance text is."""

from enum import StrEnum


class Part(StrEnum):
    """What a field of a remittance text tells."""

    REMITTANCE = "remittance"  # what the payer says it pays; also everything that no code introduces
    CREDITOR_REFERENCE = "creditor_reference"  # the payee's reference, stated as structured
    PAYER_REFERENCE = "payer_reference"  # the payer's own reference for the payment
    PAYER_NAME = "payer_name"
    ACCOUNT = "account"  # of the payer
    BANK = "bank"  # of the payer
    PAYEE = "payee"  # whoever is paid: we, or for whom we collect
    MANDATE = "mandate"  # of a direct debit
    CREDITOR_ID = "creditor_id"  # of a direct debit
    PURPOSE = "purpose"  # a category, such as SALA
    AMOUNT = "amount"  # as ordered, or charges
    KIND = "kind"  # how it was paid: words of the bank
    OTHER = "other"
