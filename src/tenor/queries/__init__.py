"""Queries: from an open :class:`tenor.store.read.Store` to the documents of the contract, as plain dicts.

Arguments are what a person types (dates, names, ids), so that the command line, a server and a notebook read them alike; what is wrong with
them raises a :class:`tenor.errors.TenorError`. Nothing is printed. ``data/README.md`` has the same questions in SQL.
"""
