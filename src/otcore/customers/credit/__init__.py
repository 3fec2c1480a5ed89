"""Credit: the account, what it may carry, the checks, and what a credit department does."""
