"""What each kind of evidence weighs: one table, in hundredths of a bit.

A weight is 100 * log2 of how much likelier the evidence is when the explanation is true than when it is not. Weights of
independent evidence add up. An explanation starts at minus the logarithm of how many items it could have been, so
that a total of 0 means: as likely as chance, and 1000: about a thousand to one.
"""

from otcore.reconciliation.evidence.bits import DIGIT, log2

# Who paid, against one customer of the book taken blindly.
PAYER_ACCOUNT = 0  # the account is on the customer's record
PAYER_LEARNED = -50  # the account paid for this customer before
PAYER_NAME = -50  # the name, in any spelling
PAYER_REORDERED = -100
PAYER_CUT = -150  # the name, as far as it goes
PAYER_NUMBER = -200  # the customer's own number is in the text
PAYER_PARENT = -200  # the customer's parent
PAYER_FACTORY = 0  # an account that has paid for many
PAYER_UNSAID = -100  # neither account nor name say anything
PAYER_STRANGER = -430  # a name that is nobody's: one payment in twenty
PAYER_OTHER = -1000  # somebody else's account or name

# What is named, against a number of the same form taken blindly.
REFERENCE = 3000  # the structured reference
NUMBER_SPELLED = 2400  # every sign of it
NUMBER_MOST = 2000  # digits alone, at most
ORDER_MOST = 2000
DATED = -1200  # it reads as a date
ASIDE = -1200  # the word before it says that it is the number of something else
NUMBER_ZEROS = -550  # zeros lost
NUMBER_UNMIXED = -200  # letters read for digits
NUMBER_SWAPPED = 1200
NUMBER_EDITED = 1000  # a digit more, less or another
NUMBER_HEAD = (0, 1200, 900, 600)  # so many last digits are missing
NUMBER_END_MOST = 2000  # the last digits
LEFT_OUT = -560  # an item is named that is not meant: a wrong number, once in fifty
LEFT_OUT_TOO = -1200  # an item is named that is not meant, beside others that are
NAMED_PLAINLY = 300  # what a name must say beyond chance to count as named
SEVERAL_SAID = -700  # one item, though the text speaks of several
ONE_MORE = -250  # an item that is not named, beside others that are
ONE_MORE_LEAST = -100  # what that and its amount must weigh together
CREDIT_TAKEN = -150  # a credit that is not named
CREDIT_ALONE = -300  # it is taken off a single item
CITED_STRANGE = -300  # a number that looks like ours and is in no book

# How the amount fits, on top of what the amount itself says.
DISCOUNT = -250
ROUNDING = -450
FEE = -550
WITHHOLDING = -650
WRITE_OFF = -550  # so little that the house gives it up
SHORT_SHARE = -700  # a half, a third, a quarter: on top of the amount
SHORT = -150  # any other: once in thirty, spread over the amount
OVER = -250
RANGE_END_DIFFERS = -300  # the last number is not where the sum ends
ALL = -200  # all that is due: seldom, but no other set is so likely
TOGETHER = -100  # one payment of several in two is of items that fall due together
CERTAIN_SUM = 800  # a sum that needs no other explanation looked for
OF_MANY = -150  # a sum of few, where larger ones may fit as well
REST = 500  # what a sum of items must weigh that complete a list

SMALLEST_BOOK = 4096
"""A book is weighed as if it had so many items: the world that a payment may be meant for is larger than any book."""
REQUIRED = 700
"""What an explanation must weigh to be posted."""
REQUIRED_OF = {
    "AMOUNT_OF_PAYER": 400,
    "SUM_OF_PAYER": 550,
    "ALL_DUE": 800,
    "ALL_DUE_BUT": 600,
    "DUE_RUN": 600,
    "NUMBER_NEAR": 600,
}
"""The same for explanations of a known payer's whole items: few payments are anything else, so less must be said."""
RARE = 900
"""What an amount must weigh to be no coincidence, whoever pays it."""
MARGIN = 300
"""By how much it must outweigh the next."""


def required(rule: str) -> int:
    """What an explanation of this rule must weigh to be posted."""
    return REQUIRED_OF.get(rule, REQUIRED)


def digits_weight(count: int, most: int = NUMBER_MOST) -> int:
    """So many digits in their order."""
    return min(most, DIGIT * count)


def amount_weight(amount: int, among: int) -> int:
    """An exact amount, of which `among` items are open: rare for 354.12, worth nothing for a usual 49.00.

    Amounts spread over their size, so that one is hit by chance once in four times itself. A round one is compared with
    round ones only, for who asks whole hundreds is paid whole hundreds.
    """
    step = grain(abs(amount))
    return max(0, log2(4 * abs(amount) // step) - log2(among))


def fit_weight(reached: int, amount: int, among: int) -> int:
    """An exact amount of a known payer: `reached` of the amounts from half of it to twice of it are open as well.

    Amounts of the same grain only: who owes whole hundreds pays whole hundreds. `among`: how many items of the book
    have the amount, for what many are asked is often paid.
    """
    cells = max(1, 3 * amount // (2 * grain(amount)))
    return max(0, min(log2(cells) - log2(max(1, reached)), log2(SMALLEST_BOOK) - log2(among)))


def roundness(amount: int) -> int:
    """By how much a round amount is likelier to be hit than one taken blindly."""
    step = grain(abs(amount))
    return log2(step)


def grain(amount: int) -> int:
    """The power of ten that divides an amount, from a hundred on."""
    if not amount or amount % _CENTS:
        return 1
    step = _CENTS
    while amount % (step * 10) == 0:
        step *= 10
    return step


_CENTS = 100
