"""The static site: pages, feeds and files made from a compiled knowledge base. It draws and words; it computes no dates of its own."""
