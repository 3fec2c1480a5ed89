"""`python -m tests.invoicing.sequence_laws LAW SEED COUNT`: a law of sequences on so many from a seed, uncovered."""

import sys
from collections.abc import Callable, Mapping

from tests.invoicing import laws
from tests.invoicing.crediting import credit_laws
from tests.invoicing.on_account import chain_laws
from tests.invoicing.parts import partial_laws

LAWS: Mapping[str, Callable[[int, int], object]] = {
    "partial invoices": partial_laws.orders_from_seed,
    "credit notes": credit_laws.invoices_from_seed,
    "a discount, then a credit": credit_laws.discounts_from_seed,
    "down payments": chain_laws.orders_from_seed,
    "gross prices": laws.keep_gross,
}


def main(law: str, seed: str, count: str) -> None:
    """Keep the law, or fail; say how many kept it."""
    LAWS[law](int(seed), int(count))
    print(count)


if __name__ == "__main__":
    main(*sys.argv[1:])
