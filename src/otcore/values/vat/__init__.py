"""VAT ids: what each country says of their form and of their check digits."""
