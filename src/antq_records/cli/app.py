"""The command ``antq`` itself: its subcommands, and what their errors look like."""

from typing import Any

import click

from antq_records.cli.explain import explain
from antq_records.cli.failures import failures
from antq_records.cli.import_ import import_
from antq_records.cli.portals import portals
from antq_records.cli.read import read
from antq_records.cli.show import show
from antq_records.errors import AntqError

__all__ = ["antq"]


class _Commands(click.Group):
    """Commands whose errors are one line and exit status 1; wrong use is 2, as Click has it."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - as Click declares it
        try:
            return super().invoke(ctx)
        except AntqError as error:
            raise click.ClickException(str(error)) from error
        except KeyboardInterrupt:
            raise click.ClickException("stopped") from None  # noqa: EM101 - one word


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="antq-records", prog_name="antq")
def antq() -> None:
    """
    Read who was honoured, by whom, and with what, from Vietnamese police and trade-union news pages.

    Exit status: 0 all went well; 1 something failed; 2 wrong use.
    """


for command in (read, import_, show, failures, portals, explain):
    antq.add_command(command)
