"""Rules of wording, and the registry that lists them in the order in which they are asked.

A file for each kind of boilerplate has what only that kind says (`cookie.py`, `share.py`, ...). What sites print side by side, in
many languages and of several kinds, stands by theme: appeals to readers (`appeal.py`), walls, channels and more to read (`promos.py`), offers
(`offers.py`), disclosures and disclaimers (`risks.py`), what asks readers or reports on them (`readers.py`), what the newsroom says of the article
(`notes.py`), players, embeds and contents (`players.py`), mail (`mail.py`), and what large outlets (`standing.py`) or sites of one sort (`closings.py`)
print around every article. A wording that is told already is not told again: add to its rule.
"""
