"""``python -m tenor``."""

from tenor.quick import main

if __name__ == "__main__":
    main()
