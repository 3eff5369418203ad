"""Where the command line begins: an interruption has its answer from the first moment on.

Nothing is imported here before the guard stands: the libraries take a third of a second on a slow
machine, and whoever presses Ctrl-C then is told the same as later.
"""

from __future__ import annotations

import sys


def run() -> None:
    """Run the command line and leave with the exit code that the outcome has."""
    try:
        from sopimukset.cli.main import run as run_line

        run_line()
    except KeyboardInterrupt:
        sys.exit(interrupted(sys.argv[1:]))


def interrupted(arguments: list[str]) -> int:
    """Say that the user stopped the program, and give the exit code of that.

    A second Ctrl-C changes nothing any more: the program is on its way out.
    """
    import signal

    from sopimukset.base.speech import say
    from sopimukset.cli.exit_codes import INTERRUPTED
    from sopimukset.locale import speak, wanted_language

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    speak(wanted_language(arguments))
    print(say("Keskeytetty. Valmiiksi kirjoitetut tiedostot ovat ehjiä."), file=sys.stderr)
    return INTERRUPTED
