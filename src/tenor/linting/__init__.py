"""Keeping writeups true: which citations and sentences of a Markdown file the records do not support.

In the order of the flow: ``writeup`` (Markdown to sentences and citations, each with its place) → ``citations`` and ``sentences`` (findings) →
``allowances`` (comments that permit one, with a reason) → ``lint`` (files, folders, standard input, fixes). ``codes`` explains every finding;
``english`` has the words that say how sure, how much and when.
"""
