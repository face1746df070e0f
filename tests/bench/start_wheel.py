"""Start an installed `broadsheet` in a pseudoterminal, wait for a headline, quit with `Q`; its exit code.

python tests/bench/start_wheel.py PROGRAM HEADLINE
"""

import os
import re
import sys

from terminal import Terminal


def main() -> int:
    """Do what the words of the command line say."""
    program, headline = sys.argv[1:]
    with Terminal([program]) as terminal:
        try:
            seconds = terminal.until(re.escape(headline))
            terminal.send("Q")
            code = terminal.end()
        except TimeoutError as fault:
            print(fault)
            os.kill(terminal.process, 9)
            return 1
    print(f"{headline!r} was on the screen after {seconds:.2f} s; Q ended it with exit code {code}")
    return code


if __name__ == "__main__":
    sys.exit(main())
