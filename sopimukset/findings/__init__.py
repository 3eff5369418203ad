"""The finding: what is wrong, where, by which law, and what to do."""

from sopimukset.findings.finding import Finding, Severity, sorted_findings

__all__ = ["Finding", "Severity", "sorted_findings"]
