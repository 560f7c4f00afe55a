"""What worker processes are kept for: one kind of job, and what becomes of those that one did not survive."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Hashable
from typing import Generic, TypeVar

Job = TypeVar("Job")
Done = TypeVar("Done")


class Work(ABC, Generic[Job, Done]):
    """Goes to every worker, by a fork or pickled; jobs and what is done of them go to and fro pickled."""

    @abstractmethod
    def do(self, job: Job) -> Done:
        """Do one job, in a worker; what this raises stops the run."""

    @abstractmethod
    def lost(self, job: Job, reason: str, *, hung: bool) -> Done:
        """What becomes of a job whose worker died, or was ended because it never would."""

    def kind_of(self, _job: Job) -> Hashable:
        """Jobs of one kind are done faster by a worker that did some before; None where all are alike."""
        return None

    def passes_over(self, _job: Job) -> bool:
        """Whether no worker is to try this job; the parent settles it in its turn."""
        return False

    def passed_over(self, job: Job) -> Done:
        """What becomes of such a job."""
        return self.do(job)

    def took(self, done: Done) -> None:
        """Learn from what came back, in the parent."""

    def is_given_away(self) -> None:
        """All workers are at work: what the parent kept ready for them it needs no more."""

    def close(self) -> None:
        """A worker has nothing more to do."""
