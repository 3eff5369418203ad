"""The ground of the model: strictness, and the few kinds of value that everything is made of."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    Strict,
    StringConstraints,
    Tag,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from sopimukset.base.dates import finnish_day, iso_day
from sopimukset.base.once import once
from sopimukset.base.periods import Period, period

T = TypeVar("T")


class Malli(BaseModel):
    """A frozen, strict piece of the record: unknown keys and silent conversions are refused."""

    model_config = ConfigDict(
        strict=True,
        frozen=True,
        extra="forbid",
        use_attribute_docstrings=False,
        ignored_types=(once,),
    )


def _day(value: Any) -> Any:  # noqa: ANN401 (whatever the file holds)
    if isinstance(value, date):
        return value
    if isinstance(value, str):
        found = iso_day(value)
        if found is not None:
            return found
        meant = finnish_day(value)
        if meant is not None:
            raise PydanticCustomError(
                "paiva_suomalainen",
                "päivä on muodossa {annettu}",
                {"annettu": value, "iso": str(meant)},
            )
    raise PydanticCustomError("paiva", "ei ole päivä", {"annettu": str(value)})


def _number(value: Any) -> Any:  # noqa: ANN401 (whatever the file holds)
    if isinstance(value, int) and not isinstance(value, bool):
        return Decimal(value)
    return value


Paiva = Annotated[date, BeforeValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
"""A day in strict ISO form (2026-03-01)."""

Luku = Annotated[Decimal, BeforeValidator(_number), WithJsonSchema({"type": "number"})]
"""A number, whole or decimal, kept exact."""

Maara = Annotated[Luku, Field(ge=0), WithJsonSchema({"type": "number", "minimum": 0})]
"""A number that can't be negative."""

Sana = Annotated[str, StringConstraints(min_length=1, pattern=r"\S")]
"""Text that says something: an unknown fact is left out, never written as "" or as spaces."""

Tunnus = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
"""A permanent identifier: small letters a–z, digits and single hyphens."""

Sormenjalki = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
"""A SHA-256 in hexadecimal letters."""

Kello = Annotated[str, StringConstraints(pattern=r"^([01]?\d|2[0-3])\.[0-5]\d$")]
"""A time of day as it is written in Finnish: 9.00."""

Kieli = Literal["fi", "sv"]
"""A language that documents are made in."""

Lista = Annotated[tuple[T, ...], Strict(False)]
"""A list of the record, held as a tuple. The file's list is the one conversion that is allowed."""


class Viittaus:
    """Marks a field as a reference to something that has a `tunnus` (or a natural key).

    Attributes:
        kohde: what is referred to: `osapuoli`, `johtoryhma`, `jasen`, `toimipiste`, `henkilosto`,
            `kustannus`, `toimija` (a party or a partner), `foorumi`.
    """

    __slots__ = ("kohde",)

    def __init__(self, kohde: str) -> None:
        self.kohde = kohde

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Viittaus) and other.kohde == self.kohde

    def __hash__(self) -> int:
        return hash(self.kohde)


OsapuolenTunnus = Annotated[Tunnus, Viittaus("osapuoli")]
SopimusosapuolenTunnus = Annotated[str, Viittaus("sopimusosapuoli")]
JohtoryhmanTunnus = Annotated[Tunnus, Viittaus("johtoryhma")]
JasenenTunnus = Annotated[Tunnus, Viittaus("jasen")]
ToimipisteenTunnus = Annotated[Tunnus, Viittaus("toimipiste")]
HenkilostorivinTunnus = Annotated[Tunnus, Viittaus("henkilosto")]
KustannuksenTunnus = Annotated[Tunnus, Viittaus("kustannus")]
ToimijanTunnus = Annotated[Tunnus, Viittaus("toimija")]
FooruminTunnus = Annotated[Tunnus, Viittaus("foorumi")]


class Kielitekstit(Malli):
    """The same text in several languages; the Sámi languages serve titles and summaries."""

    fi: Sana | None = Field(None, description="Teksti suomeksi.")
    sv: Sana | None = Field(None, description="Teksti ruotsiksi.")
    se: Sana | None = Field(None, description="Teksti pohjoissaameksi.")
    smn: Sana | None = Field(None, description="Teksti inarinsaameksi.")
    sms: Sana | None = Field(None, description="Teksti koltansaameksi.")


def _shape(value: Any) -> str:  # noqa: ANN401 (whatever the file holds)
    """Which of the two shapes a text was meant to have, so that only that one is complained of."""
    return "kielet" if isinstance(value, dict | Kielitekstit) else "teksti"


Teksti = Annotated[
    Annotated[Sana, Tag("teksti")] | Annotated[Kielitekstit, Tag("kielet")], Discriminator(_shape)
]
"""Text in the region's original language, or the same text in several languages."""


def tekstina(teksti: Teksti | None, kieli: str) -> str | None:
    """The text in the language; a plain text serves every language, None where there is none."""
    if teksti is None or isinstance(teksti, str):
        return teksti
    value: str | None = getattr(teksti, kieli)
    return value


class Jakso(Malli):
    """Something that holds from a day to a day, both included (spec, idea 4)."""

    alkaen: Paiva | None = Field(None, description="Ensimmäinen päivä, jona tieto on voimassa.")
    paattyen: Paiva | None = Field(
        None, description="Viimeinen päivä, jona tieto on voimassa. Ilman sitä toistaiseksi."
    )

    @once
    def jakso(self) -> Period | None:
        """The days it holds; None where it ends before it begins (rule T06 tells)."""
        return period(self.alkaen, self.paattyen)
