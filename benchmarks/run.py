"""Speed as ratios, all measured in this run: `python benchmarks/run.py`; 1 where a limit is broken.

Milliseconds tell of the machine, ratios of the program. Nothing here is a timed test: a busy
machine would fail it. `--quick` takes fewer rounds, `--only NAME` one part.
"""

from __future__ import annotations

import argparse
import platform
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import answering
import checking
import documents
import history
import national
import redline
import regional
import report
import startup
import status
from measure import Ratio, alone

PARTS = (
    *("help", "cache", "rules", "documents", "document", "redline", "check", "growth"),
    *("history", "status", "report", "regional", "national"),
)


def main() -> int:
    """Print what was measured; 1 where a limit is broken."""
    chosen = _arguments()
    rounds = 3 if chosen.quick else 9
    print(f"Python {platform.python_version()}, {platform.machine()}")
    ratios: list[Ratio] = []
    with tempfile.TemporaryDirectory(prefix="sopimukset-") as name:
        parts: dict[str, Callable[[], list[Ratio]]] = {
            "help": lambda: startup.ratios(10 * rounds),
            "cache": lambda: answering.ratios(Path(name) / "cached" / "country", 5 * rounds),
            "rules": lambda: alone(lambda: checking.rules(Path(name) / "rules", rounds)),
            # Before what fills this process: a child is said to have held what its parent held.
            "documents": lambda: documents.all_documents(Path(name) / "documents", rounds),
            "document": lambda: documents.peers(rounds),
            "redline": lambda: redline.ratios(Path(name) / "redline", rounds),
            "check": lambda: checking.ratios(Path(name) / "check", rounds),
            "growth": lambda: checking.growth(Path(name) / "growth", rounds),
            "history": lambda: history.ratios(Path(name) / "history", rounds),
            "status": lambda: status.ratios(Path(name) / "status", rounds),
            "report": lambda: report.ratios(rounds),
            "regional": lambda: regional.ratios(Path(name) / "regional", rounds),
            "national": lambda: national.ratios(Path(name) / "national", rounds),
        }
        for part in [chosen.only] if chosen.only else parts:
            print(f"\n{part}")
            ratios += parts[part]()
    print()
    print(*ratios, sep="\n")
    return 0 if all(ratio.held for ratio in ratios) else 1


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="fewer rounds")
    parser.add_argument("--only", choices=PARTS, help="one part")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
