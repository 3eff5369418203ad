"""The version of the files' format, which every file names first."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError


def _whole(value: Any) -> Any:  # noqa: ANN401 (whatever the file holds)
    """Only a whole number is a version: `true` equals 1 and would pass for it."""
    if type(value) is not int:
        raise PydanticCustomError("muoto", "ei ole muodon versio")
    return value


MuodonVersio = Annotated[Literal[1], BeforeValidator(_whole)]
"""The one version that this program reads."""
