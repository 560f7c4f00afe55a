"""`python -m kh_docs` is the command kh-docs; stopped while it still starts, it ends as it would later."""

import sys


def run() -> int:
    """The command, and the end of its process."""
    code = _command()
    _leave(code)
    return code


def _command() -> int:
    """Reading the program takes a tenth of a second in which Ctrl+C may come."""
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


def _leave(code: int) -> None:
    """End the process now, as Python would but for taking apart all that it holds.

    That takes 50 ms after one document and a tenth of the whole run after 84. Where anything is left to be
    done, or somebody measures or looks on, Python ends it in its own way.
    """
    import atexit
    import os
    import threading

    if "--debug" in sys.argv or sys.gettrace() or sys.getprofile() or threading.active_count() > 1:
        return
    # Libraries end here what they began: other processes, temporary folders.
    atexit._run_exitfuncs()
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
    except (OSError, ValueError):
        return
    os._exit(code)


if __name__ == "__main__":
    sys.exit(run())
