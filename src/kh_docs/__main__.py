"""`python -m kh_docs` is the command kh-docs; stopped while it still starts, it ends as it would later."""

import sys


def run() -> int:
    """The command; reading the program takes a tenth of a second in which Ctrl+C may come."""
    try:
        from kh_docs.limits import collect_rarely

        collect_rarely()
        from kh_docs.cli.main import main
    except KeyboardInterrupt:
        return 130
    if "--debug" not in sys.argv:
        # What a library could not do any more while it was thrown away tells nobody anything.
        sys.unraisablehook = lambda _what: None
    return main()


if __name__ == "__main__":
    sys.exit(run())
