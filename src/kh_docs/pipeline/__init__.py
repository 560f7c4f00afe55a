"""From a plan to published documents: the one line through the whole program."""
