"""New data into a file that somebody has edited: three versions in, one file with tracked changes out."""

from kh_docs.update.engine import merge
from kh_docs.update.meaning import same_meaning
from kh_docs.update.merged import Change, Conflict, Merged
from kh_docs.update.refusing import Unfit

__all__ = ["Change", "Conflict", "Merged", "Unfit", "merge", "same_meaning"]
