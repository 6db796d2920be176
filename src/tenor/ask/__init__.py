"""Questions in plain English, answered from the records alone.

``words`` cuts a question into words, ``vocabulary`` is what the records call things, ``moments`` reads dates, ``reading`` puts them together
into one reading (or refuses), ``answering`` turns the reading into an answer. No word of any field stands here: only English.
"""
