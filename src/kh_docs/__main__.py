"""`python -m kh_docs` is the command kh-docs."""

import sys

from kh_docs.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
