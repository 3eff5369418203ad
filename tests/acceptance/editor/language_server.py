"""A client of yaml-language-server, as an editor is one: JSON-RPC over standard input and output.

The server's own requests are answered from an editor's settings, as VS Code does it. Messages
carry a `Content-Length` header ("Base Protocol" of the Language Server Protocol 3.17).
"""

from __future__ import annotations

import json
import queue
import subprocess
import threading
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import IO, Any, Self

Message = dict[str, Any]

PATIENCE = 60.0
"""Seconds to wait for an answer; the first one loads the schema and takes one or two."""
CAPABILITIES = {
    "workspace": {"configuration": True, "workspaceFolders": True},
    "textDocument": {
        "publishDiagnostics": {"relatedInformation": True},
        "completion": {"completionItem": {"documentationFormat": ["markdown", "plaintext"]}},
        "hover": {"contentFormat": ["markdown", "plaintext"]},
    },
}


class LanguageServer:
    """A running server, opened on a workspace; used as a context manager.

    Args:
        command: the program with its arguments.
        folder: the workspace's folder.
        settings: an editor's settings, with dotted keys (`yaml.schemas`).
    """

    def __init__(
        self, command: Iterable[str], folder: Path, settings: Mapping[str, object]
    ) -> None:
        self._settings = settings
        self._folder = folder
        self._last_id = 0
        self._inbox: queue.Queue[Message | None] = queue.Queue()
        self._process = subprocess.Popen(
            list(command), stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=folder
        )
        self._reader = threading.Thread(target=self._read, daemon=True)

    def __enter__(self) -> Self:
        self._reader.start()
        place = {"uri": self._folder.as_uri(), "name": self._folder.name}
        self.request(
            "initialize",
            {
                "processId": None,
                "rootUri": place["uri"],
                "workspaceFolders": [place],
                "capabilities": CAPABILITIES,
            },
        )
        self.notify("initialized", {})
        return self

    def __exit__(self, *_error: object) -> None:
        stdin, stdout = self._pipes()
        self._process.kill()
        self._process.wait()
        self._reader.join(PATIENCE)
        stdin.close()
        stdout.close()

    def diagnostics(self, path: Path) -> list[Message]:
        """Open a file as it is; what the server says is wrong in it."""
        uri = path.as_uri()
        text = path.read_text("utf-8")
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": document})
        answer = self._wait(
            lambda message: (
                message.get("method") == "textDocument/publishDiagnostics"
                and message["params"]["uri"] == uri
            )
        )
        found: list[Message] = answer["params"]["diagnostics"]
        return found

    def ask(self, what: str, path: Path, line: int, column: int) -> Any:
        """`completion` or `hover` at a place of an opened file, counted from 0."""
        place = {"line": line, "character": column}
        return self.request(
            f"textDocument/{what}", {"textDocument": {"uri": path.as_uri()}, "position": place}
        )

    def request(self, method: str, params: object) -> Any:
        """Ask, and wait for the answer."""
        self._last_id += 1
        number = self._last_id
        self._send({"id": number, "method": method, "params": params})
        answer = self._wait(lambda message: message.get("id") == number and "method" not in message)
        assert "error" not in answer, answer["error"]
        return answer["result"]

    def notify(self, method: str, params: object) -> None:
        """Tell something that has no answer."""
        self._send({"method": method, "params": params})

    def _wait(self, wanted: Callable[[Message], bool]) -> Message:
        """The first message that is wanted; the server's own requests are answered meanwhile."""
        while True:
            message = self._inbox.get(timeout=PATIENCE)
            assert message is not None, f"the server ended: {self._process.wait()}"
            if "method" in message and "id" in message:
                self._send({"id": message["id"], "result": self._answer(message)})
            elif wanted(message):
                return message

    def _answer(self, message: Message) -> object:
        if message["method"] != "workspace/configuration":
            return None
        return [self._section(item.get("section", "")) for item in message["params"]["items"]]

    def _section(self, name: str) -> object:
        """The settings under a name, as an editor hands them: `yaml.schemas` is its `schemas`."""
        if name in self._settings:
            return self._settings[name]
        prefix = f"{name}."
        section: Message = {}
        for key, value in self._settings.items():
            if key.startswith(prefix):
                *parents, last = key.removeprefix(prefix).split(".")
                inner = section
                for parent in parents:
                    inner = inner.setdefault(parent, {})
                inner[last] = value
        return section

    def _send(self, message: Message) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        stdin, _ = self._pipes()
        stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        stdin.flush()

    def _read(self) -> None:
        _, stdout = self._pipes()
        while True:
            length = 0
            while (header := stdout.readline().strip()) != b"":
                name, _, value = header.partition(b":")
                length = int(value) if name.lower() == b"content-length" else length
            if not length:
                self._inbox.put(None)
                return
            self._inbox.put(json.loads(stdout.read(length)))

    def _pipes(self) -> tuple[IO[bytes], IO[bytes]]:
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin is not None
        assert stdout is not None
        return stdin, stdout
