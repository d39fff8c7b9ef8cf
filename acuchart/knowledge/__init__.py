"""What is looked up: the files of resources/, checked and frozen."""

from acuchart.knowledge.library import Knowledge, load
from acuchart.knowledge.trouble import KnowledgeTrouble

__all__ = ["Knowledge", "KnowledgeTrouble", "load"]
