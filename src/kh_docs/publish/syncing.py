"""Have on disk what was written: files and the names in folders; a power cut then takes neither."""

import contextlib
import os
import threading
from collections.abc import Iterable
from pathlib import Path

# Files that are synced at a time.
SYNCS = 8


def sync_all(descriptors: Iterable[int]) -> list[OSError | None]:
    """Sync open files to disk and tell for each what went wrong."""
    opened = list(descriptors)
    found: list[OSError | None] = [None] * len(opened)
    stopped: list[BaseException] = []
    rest = iter(range(len(opened)))

    def sync() -> None:
        for at in rest:
            try:
                os.fsync(opened[at])
            except OSError as error:
                found[at] = error
            except BaseException as error:
                stopped.append(error)
                return

    # Side by side, because a disk answers many waiting syncs with one flush.
    beside: list[threading.Thread] = []
    try:
        for _number in range(min(len(opened), SYNCS) - 1):
            thread = threading.Thread(target=sync)
            thread.start()
            beside.append(thread)
        sync()
    finally:
        for thread in beside:
            thread.join()
    if stopped:
        raise stopped[0]
    return found


def sync_folders(folders: Iterable[Path]) -> OSError | None:
    """Sync the names in the folders, tell what went wrong; Windows does it by itself and cannot be asked."""
    if os.name == "nt":
        return None
    descriptors: list[int] = []
    try:
        descriptors.extend(os.open(folder, os.O_RDONLY) for folder in folders)
        return next((error for error in sync_all(descriptors) if error is not None), None)
    except OSError as error:
        return error
    finally:
        for descriptor in descriptors:
            close(descriptor)


def close(descriptor: int) -> None:
    """Close a file; what had to be on disk was synced before, so there is nothing left to fail."""
    with contextlib.suppress(OSError):
        os.close(descriptor)
