"""A layout as docxtemplater has it: the same document, with its tags and its data."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from jinja2 import nodes
from lxml import etree

from sopimukset.formats import zip as archive
from sopimukset.formats.word import environment

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TAG = re.compile(r"\{%(?P<unit>p|tr)?\s+(?P<statement>.*?)\s*%\}|\{\{\s*(?P<value>.*?)\s*\}\}")
_TEMPLATED = re.compile(r"word/(document|header\d*|footer\d*)\.xml")
_ANY = re.compile(r"\{[{%].*?[}%]\}")
_OPERATORS = {"eq": "==", "ne": "!=", "lt": "<", "gt": ">", "lteq": "<=", "gteq": ">="}


def layout(original: bytes) -> bytes:
    """The layout with docxtemplater's tags.

    Raises:
        ValueError: a tag that this translation doesn't know.
    """
    parts = archive.read(original)
    for name, data in parts.items():
        if _TEMPLATED.fullmatch(name):
            root = etree.fromstring(data)
            _translate(root)
            parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return archive.write(parts)


def data(context: Mapping[str, Any], original: bytes) -> dict[str, Any]:
    """The context: each item of a list under the names that loops give it, with its `loop`."""
    names = _loop_names(original)
    return {key: _wrapped(key, value, names) for key, value in context.items()}


def _wrapped(key: str, value: Any, names: Mapping[str, set[str]]) -> Any:  # noqa: ANN401
    if isinstance(value, Mapping):
        return {inner: _wrapped(inner, item, names) for inner, item in value.items()}
    if not isinstance(value, list):
        return value
    items = [_wrapped("", item, names) for item in value]
    return [
        {
            **dict.fromkeys(names.get(key, ()), item),
            "loop": {
                "index": number,
                "last": number == len(items),
                "first": number == 1,
                "nextitem": items[number] if number < len(items) else None,
            },
        }
        for number, item in enumerate(items, 1)
    ]


def _loop_names(original: bytes) -> dict[str, set[str]]:
    text = " ".join(
        part.decode()
        for name, part in archive.read(original).items()
        if "word/" in name and name.endswith(".xml")
    )
    found: dict[str, set[str]] = {}
    for name, items in re.findall(r"for (\w+) in ([\w.]+)", text):
        found.setdefault(items.split(".")[-1], set()).add(name)
    return found


def _translate(root: etree._Element) -> None:
    stack: list[str] = []
    for text in root.iter(f"{W}t"):
        if _ANY.search(text.text or ""):
            text.text = _TAG.sub(lambda tag: _tag(tag, stack), text.text)
    if stack:
        raise ValueError("a loop or a condition without its end")
    _join_rows(root)


def _tag(tag: re.Match[str], stack: list[str]) -> str:
    if tag["value"] is not None:
        return f"{{{_expression(tag['value'])}}}"
    word, _, rest = tag["statement"].partition(" ")
    if word == "for":
        name, _, items = rest.partition(" in ")
        stack.append(name)
        return f"{{#{items}}}"
    if word == "if":
        stack.append("")
        return f"{{#{_truth(_parsed(rest))}}}"
    if word in ("endfor", "endif"):
        stack.pop()
        return "{/}"
    raise ValueError(f"a tag that can't be translated: {tag[0]}")


def _join_rows(root: etree._Element) -> None:
    """Let a loop's tags stand in the row that it repeats: rows of their own would be left."""
    for row in list(root.iter(f"{W}tr")):
        words = "".join(text.text or "" for text in row.iter(f"{W}t"))
        if re.fullmatch(r"\{#[^}]*\}", words):
            first = next(row.getnext().iter(f"{W}t"))
            first.text = words + (first.text or "")
            row.getparent().remove(row)
        elif words == "{/}":
            *_, last = row.getprevious().iter(f"{W}t")
            last.text = (last.text or "") + words
            row.getparent().remove(row)


def _parsed(source: str) -> nodes.Expr:
    tree = environment().parse(f"{{{{ {source} }}}}")
    output = tree.body[0]
    assert isinstance(output, nodes.Output)
    return output.nodes[0]


def _expression(source: str) -> str:
    return _value(_parsed(source))


def _value(node: nodes.Node) -> str:
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        return f"{_value(node.node)}.{node.attr}"
    if isinstance(node, nodes.Const):
        return f"'{node.value}'" if isinstance(node.value, str) else str(node.value)
    if isinstance(node, nodes.Tuple):
        return f"[{', '.join(map(_value, node.items))}]"
    return _truth(node)


def _truth(node: nodes.Node) -> str:
    if isinstance(node, nodes.Not):
        return f"!({_truth(node.node)})"
    if isinstance(node, (nodes.And, nodes.Or)):
        sign = "&&" if isinstance(node, nodes.And) else "||"
        return f"({_truth(node.left)} {sign} {_truth(node.right)})"
    if isinstance(node, nodes.Compare) and len(node.ops) == 1:
        left, right, sign = _value(node.expr), _value(node.ops[0].expr), node.ops[0].op
        if sign in ("in", "notin"):
            return f"{'!' if sign == 'notin' else ''}within({left}, {right})"
        return f"({left} {_OPERATORS[sign]} {right})"
    if isinstance(node, (nodes.Name, nodes.Getattr)):
        return f"holds({_value(node)})"
    raise ValueError(f"an expression that can't be translated: {node}")
