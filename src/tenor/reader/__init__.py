"""From trees to model values: the only place that knows what the fields of a record are called.

``fields`` reads one group of keys and collects what is wrong with it; ``instruments``, ``vocabulary``, ``sources`` and ``accounts`` each read some kinds of
record; ``collect`` puts the records of all files together. A record that is wrong is left out with a finding, and the others still load.
"""
