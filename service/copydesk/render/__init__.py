"""A clean article as HTML and as Markdown: the kept blocks of the ledger with the structure their page gave them."""
