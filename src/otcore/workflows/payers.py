"""Whose money it is, by the account it came from."""

from otcore.customers.alias import account_key
from otcore.payments.receipt import Receipt
from otcore.ports.aggregates import ALIAS
from otcore.workflows.requests import Flow, LoadMany


def payers(accounts: tuple[str, ...]) -> Flow[dict[str, str]]:
    """The customers by the accounts they are known to pay from."""
    stated = tuple(dict.fromkeys(account for account in accounts if account))
    if not stated:
        return {}
    names = yield from LoadMany(ALIAS, [account_key(account) for account in stated])
    found = ((account, name.state) for account, name in zip(stated, names, strict=True))
    return {account: alias.customer for account, alias in found if alias and alias.customer}


def payer_of(receipt: Receipt) -> Flow[str]:
    """Known since the money came in, or by an account that has been taken since; empty: nobody."""
    account = receipt.transaction.payer_account
    return receipt.customer or (yield from payers((account,))).get(account, "")
