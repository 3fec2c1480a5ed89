"""How numbers, texts and names are spelled, in the forms they are compared in: what the book and the evidence share."""
