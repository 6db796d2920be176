"""tenor: who held which right, from when to when, and who says so.

The package is a line of stages; each imports only from those before it::

    records/*.md → reader → rules → timeline → store → questions → outputs → commands

``ARCHITECTURE.md`` has the map.
"""

__version__ = "0.1.0"
