"""The shape of the models, read from the models themselves: fields, nested models, references."""

import functools
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Literal, get_args, get_origin

from sopimukset.model.perusta import Malli, Viittaus


@dataclass(frozen=True, slots=True)
class Field:
    """What one field of a model holds.

    Attributes:
        models: the models that its value, its items or its values may be.
        reference: what its value, items or keys refer to, or "".
        choices: the words that it accepts where it accepts only some.
        many: whether it is a list.
    """

    models: tuple[type[Malli], ...]
    reference: str
    choices: tuple[str, ...]
    many: bool


@functools.cache
def fields_of(model: type[Malli]) -> dict[str, Field]:
    """The fields of a model by name."""
    return {
        name: _field(info.annotation, tuple(info.metadata))
        for name, info in model.model_fields.items()
    }


def fields_at(root: type[Malli], path: Sequence[str | int]) -> dict[str, Field]:
    """The fields that may stand in the mapping at `path`; empty where no model stands there."""
    models: tuple[type[Malli], ...] = (root,)
    for step in path:
        if isinstance(step, str):
            found = [fields_of(model).get(step) for model in models]
            models = tuple(item for field in found if field for item in field.models)
    return {name: field for model in models for name, field in fields_of(model).items()}


def field_at(root: type[Malli], path: Sequence[str | int]) -> Field | None:
    """The field that `path` leads to, or into an item of."""
    names = [index for index, step in enumerate(path) if isinstance(step, str)]
    if not names:
        return None
    last = path[names[-1]]
    return fields_at(root, path[: names[-1]]).get(str(last))


def _field(annotation: Any, metadata: tuple[Any, ...]) -> Field:  # noqa: ANN401
    models: list[type[Malli]] = []
    references = [item.kohde for item in metadata if isinstance(item, Viittaus)]
    choices: list[str] = []
    many = _walk(annotation, models, references, choices)
    return Field(tuple(models), references[0] if references else "", tuple(choices), many)


def _walk(
    annotation: Any,  # noqa: ANN401 (a type as typing sees it)
    models: list[type[Malli]],
    references: list[str],
    choices: list[str],
) -> bool:
    """Gather what the annotation names; tells whether a list is among it."""
    origin = get_origin(annotation)
    if origin is None:
        if isinstance(annotation, type) and issubclass(annotation, Malli):
            models.append(annotation)
        return False
    if origin is Literal:
        choices.extend(item for item in get_args(annotation) if isinstance(item, str))
        return False
    arguments = get_args(annotation)
    if origin is Annotated:
        references.extend(item.kohde for item in arguments[1:] if isinstance(item, Viittaus))
        arguments = arguments[:1]
    many = origin is tuple
    for item in arguments:
        if item is not Ellipsis:
            many = _walk(item, models, references, choices) or many
    return many


Predicate = Callable[[type[Malli]], bool]


@functools.cache
def branches(model: type[Malli], wanted: Predicate) -> tuple[tuple[str, bool], ...]:
    """The fields below which a wanted model may stand, with whether the field is a list.

    A walk that follows only these skips most of a record. `wanted` must be a module's function:
    what it says of a model is asked once and kept.
    """
    return tuple(
        (name, field.many)
        for name, field in fields_of(model).items()
        if any(wanted(item) or branches(item, wanted) for item in field.models)
    )
