"""How programs recognise a finding from run to run, though lines above it come and go."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence

from sopimukset.findings import Finding


def with_fingerprints(findings: Sequence[Finding]) -> list[tuple[Finding, str]]:
    """Each finding, in the order given, with a fingerprint that no other one has.

    It is made of the rule, the file (and so the region) and the path in the record, never of lines
    or of the message, whose dates move; where a rule finds several things at one path, they are
    counted from the top.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    result = []
    for finding in findings:
        place = (finding.code, finding.file, finding.path)
        parts = "\0".join((*place, str(seen[place])))
        seen[place] += 1
        result.append((finding, hashlib.sha256(parts.encode(errors="surrogatepass")).hexdigest()))
    return result
