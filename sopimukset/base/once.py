"""Values that are worked out once for an object, when they are first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    once = cached_property
else:

    class once(cached_property):  # noqa: N801 (a decorator, as the one that it is)
        """A `cached_property` without the lock that Python 3.11 takes for each first asking.

        What is worked out once for a region is asked for by one thread, and Python 3.12 has dropped
        the lock: it guards all objects of a class together and takes longer than most of the work.
        """

        def __get__(self, instance: Any, owner: type | None = None) -> Any:  # noqa: ANN401
            """The value, from now on held in the object itself."""
            if instance is None:
                return self
            value = instance.__dict__[self.attrname] = self.func(instance)
            return value
