"""Requests as fast as they are answered, over a fixed number of connections: with wrk, else with a client of ours."""

import http.client
import json
import shutil
import subprocess
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from urllib.parse import urlsplit

CONNECTIONS = 8
_SCRIPT = """
local paths = {}
for line in io.lines("%s") do paths[#paths + 1] = line end
local nth, requests = 0, {}
function setup(thread) thread:set("first", nth * 97); nth = nth + 1 end
function init(args)
  for n, path in ipairs(paths) do requests[n] = wrk.format("GET", path) end
end
function request() first = first %% #requests + 1; return requests[first] end
function done(summary, latency, _)
  local e = summary.errors
  local failed = e.connect + e.read + e.write + e.status + e.timeout
  io.write(string.format('\\nRESULT {"requests": %%d, "microseconds": %%d, "failed": %%d, "p50": %%f, "p99": %%f}\\n',
    summary.requests, summary.duration, failed, latency:percentile(50), latency:percentile(99)))
end
"""


@dataclass(frozen=True)
class Figures:
    """What was measured: requests in all and a second, latency at two percentiles (ms), requests that failed."""

    requests: int
    per_second: float
    p50_ms: float
    p99_ms: float
    failed: int


def has_wrk() -> bool:
    return shutil.which("wrk") is not None


def measure(address: str, paths: Sequence[str], seconds: float) -> Figures:
    """Ask for these paths in turn, over 8 connections."""
    return _with_wrk(address, paths, seconds) if has_wrk() else _with_threads(address, paths, seconds)


def _with_wrk(address: str, paths: Sequence[str], seconds: float) -> Figures:
    with tempfile.TemporaryDirectory() as folder:
        listed, script = Path(folder) / "paths", Path(folder) / "in-turn.lua"
        listed.write_text("\n".join(paths) + "\n")
        script.write_text(_SCRIPT % listed)
        arguments = [f"-c{CONNECTIONS}", "-t2", f"-d{max(1, round(seconds))}s", "-s", str(script), address]
        said = subprocess.run(["wrk", *arguments], capture_output=True, text=True, check=True)  # noqa: S603, S607
    found = json.loads(said.stdout.rpartition("RESULT ")[2])
    return Figures(
        requests=found["requests"],
        per_second=found["requests"] / found["microseconds"] * 1_000_000,
        p50_ms=found["p50"] / 1000,
        p99_ms=found["p99"] / 1000,
        failed=found["failed"],
    )


def _with_threads(address: str, paths: Sequence[str], seconds: float) -> Figures:
    """Slower than wrk by itself: its figures say what this client could get, a lower bound."""
    took: list[float] = []
    failed: list[int] = []
    end = time.monotonic() + seconds
    clients = [
        threading.Thread(target=_ask, args=(address, paths[n:] or paths, end, took, failed))
        for n in range(CONNECTIONS)
    ]
    for client in clients:
        client.start()
    for client in clients:
        client.join()
    ordered = sorted(took) or [0.0]
    return Figures(
        requests=len(took),
        per_second=len(took) / seconds,
        p50_ms=ordered[len(ordered) // 2] * 1000,
        p99_ms=ordered[int(len(ordered) * 0.99)] * 1000,
        failed=len(failed),
    )


def _ask(address: str, paths: Sequence[str], end: float, took: list[float], failed: list[int]) -> None:
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=30)
    for path in islice(cycle(paths), 10_000_000):
        begun = time.monotonic()
        if begun >= end:
            break
        connection.request("GET", path)
        answer = connection.getresponse()
        answer.read()
        took.append(time.monotonic() - begun)
        if answer.status >= 400:
            failed.append(answer.status)
    connection.close()
