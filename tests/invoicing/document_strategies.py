"""Complete invoices and credit notes for the laws, drawn as those of a seed are: see `generated_documents`."""

from functools import partial

from hypothesis import strategies as st

from tests.invoicing.generated_documents import document

documents = st.randoms(use_true_random=False).map(document)
documents_beyond = st.randoms(use_true_random=False).map(partial(document, beyond=True))
