"""What banks make of a text: codes and boilerplate around it, lines cut at a width, an end that is cut off."""

from collections.abc import Callable

from benchmarks.workloads.chance import Chance

Layout = Callable[[Chance, str, str, str], str]


def plain(chance: Chance, text: str, payer: str, own: str) -> str:
    """The text and nothing else."""
    return text


def german_codes(chance: Chance, text: str, payer: str, own: str) -> str:
    """Codes with a plus."""
    return f"EREF+{own or 'NOTPROVIDED'} KREF+{chance.digits(10)} SVWZ+{text}"


def german_subfields(chance: Chance, text: str, payer: str, own: str) -> str:
    """Subfields of 27 characters, ?20 to ?29."""
    body = f"EREF+{own}SVWZ+{text}" if own else f"SVWZ+{text}"
    lines = [body[at : at + 27] for at in range(0, min(len(body), 270), 27)]
    return (
        "166?00GUTSCHRIFT?109251" + "".join(f"?{20 + at}{line}" for at, line in enumerate(lines)) + f"?32{payer[:27]}"
    )


def joined_subfields(chance: Chance, text: str, payer: str, own: str) -> str:
    """Lines of 27 characters, put together again without what was between them."""
    lines = [text[at : at + 27].strip() for at in range(0, len(text), 27)]
    return "SVWZ+" + "".join(lines)


def swift(chance: Chance, text: str, payer: str, own: str) -> str:
    """Codes between slashes."""
    return f"/ROC/{own or 'NONREF'}//BENM//REMI/{text}" if chance.happens(0.5) else f"/RFB/{text}//"


def dutch(chance: Chance, text: str, payer: str, own: str) -> str:
    """Slashes, the payer in front."""
    return f"/TRTP/SEPA CREDIT TRANSFER/NAME/{payer}/REMI/USTD//{text}/EREF/{own or 'NOTPROVIDED'}"


def american(chance: Chance, text: str, payer: str, own: str) -> str:
    """An automated clearing house entry."""
    company, trace = f"ORIG CO NAME:{payer[:16]} ORIG ID:{chance.digits(10)}", chance.digits(15)
    return f"{company} ENTRY DESCR:PAYMENT SEC:CTX TRACE#:{trace} ADDENDA:{text}"


def italian(chance: Chance, text: str, payer: str, own: str) -> str:
    """Boilerplate in front."""
    return f"BONIFICO A VOSTRO FAVORE DA {payer.upper()} CRO {chance.digits(11)} PER {text}"


def polish(chance: Chance, text: str, payer: str, own: str) -> str:
    """Boilerplate in front, an account number in it."""
    return f"PRZELEW PRZYCHODZĄCY {chance.digits(26)} {payer} TYTUŁ: {text}"


def spanish(chance: Chance, text: str, payer: str, own: str) -> str:
    """Boilerplate in front."""
    return f"TRANSFERENCIA DE {payer}, CONCEPTO {text}"


def british(chance: Chance, text: str, payer: str, own: str) -> str:
    """A code, and upper case."""
    return f"BGC {text.upper()}"


def wrapped(text: str, width: int, by: str) -> str:
    """Cut into lines, words or not."""
    return by.join(text[at : at + width] for at in range(0, len(text), width))
