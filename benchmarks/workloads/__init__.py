"""Labelled cash-application workloads: open items, payments, and what each payment was really for.

`python -m benchmarks.workloads STYLE SEED FOLDER` writes four files, an object a line: `customers.jsonl`,
`invoices.jsonl`, `payments.jsonl`, `truth.jsonl`. Amounts are minor units of the currency. Everything is drawn from the
style and the seed: the same ones give the same bytes. The styles differ in what document numbers look like, in how
payers write and banks cut, in amounts, customers and habits; none of them is a picture of any real ledger.
"""
