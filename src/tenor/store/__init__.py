"""The compiled form of a knowledge base: one SQLite file, made from the records and never edited.

``schema`` declares the tables, ``compile`` fills them, ``read`` answers queries with nothing but ``sqlite3``, ``locate`` finds the right file.
"""
