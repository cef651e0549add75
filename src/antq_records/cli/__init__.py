"""The command line: ``antq``, one module a command, each only calling the library and printing."""

import io
import sys
from importlib.util import find_spec

__all__ = ["main"]


def main() -> None:
    """Run the command that the arguments of the process name, and exit with its status."""
    if not (find_spec("click") and find_spec("rich")):
        sys.exit("antq: the command line needs click and rich: pip install 'antq-records[cli]'")
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a terminal without Vietnamese letters shows their codes
    from antq_records.cli.app import antq  # noqa: PLC0415 - comes with an extra

    antq()
