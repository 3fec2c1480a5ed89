"""What stands in a payment's text: words, numbers in lists and ranges, damage, clutter, what banks put around."""
