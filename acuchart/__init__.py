"""AcuChart: the charting program of an acupuncture clinic."""

__version__ = "0.1.0"
