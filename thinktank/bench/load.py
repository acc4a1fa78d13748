"""Load generator: requests over a fixed number of connections, with wrk or else with threads."""

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
    """A measurement: requests in total and per second, two percentiles of latency (ms), and failed requests."""

    requests: int
    per_second: float
    p50_ms: float
    p99_ms: float
    failed: int


def has_wrk() -> bool:
    return shutil.which("wrk") is not None


def measure(address: str, paths: Sequence[str], seconds: float) -> Figures:
    """Request these paths in turn over `CONNECTIONS` connections."""
    return _with_wrk(address, paths, seconds) if has_wrk() else _with_threads(address, paths, seconds)


def _with_wrk(address: str, paths: Sequence[str], seconds: float) -> Figures:
    with tempfile.TemporaryDirectory() as folder:
        path_list, script = Path(folder) / "paths", Path(folder) / "in-turn.lua"
        path_list.write_text("\n".join(paths) + "\n")
        script.write_text(_SCRIPT % path_list)
        arguments = [f"-c{CONNECTIONS}", "-t2", f"-d{max(1, round(seconds))}s", "-s", str(script), address]
        wrk = subprocess.run(["wrk", *arguments], capture_output=True, text=True, check=True)  # noqa: S603, S607
    result = json.loads(wrk.stdout.rpartition("RESULT ")[2])
    return Figures(
        requests=result["requests"],
        per_second=result["requests"] / result["microseconds"] * 1_000_000,
        p50_ms=result["p50"] / 1000,
        p99_ms=result["p99"] / 1000,
        failed=result["failed"],
    )


def _with_threads(address: str, paths: Sequence[str], seconds: float) -> Figures:
    """Measure with a client in Python. It is slower than wrk, so its figures are a lower bound."""
    latencies: list[float] = []
    failed: list[int] = []
    end = time.monotonic() + seconds
    clients = [
        threading.Thread(target=_request_in_turn, args=(address, paths[n:] or paths, end, latencies, failed))
        for n in range(CONNECTIONS)
    ]
    for client in clients:
        client.start()
    for client in clients:
        client.join()
    ordered = sorted(latencies) or [0.0]
    return Figures(
        requests=len(latencies),
        per_second=len(latencies) / seconds,
        p50_ms=ordered[len(ordered) // 2] * 1000,
        p99_ms=ordered[int(len(ordered) * 0.99)] * 1000,
        failed=len(failed),
    )


def _request_in_turn(
    address: str, paths: Sequence[str], end: float, latencies: list[float], failed: list[int]
) -> None:
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=30)
    for path in islice(cycle(paths), 10_000_000):
        start = time.monotonic()
        if start >= end:
            break
        connection.request("GET", path)
        response = connection.getresponse()
        response.read()
        latencies.append(time.monotonic() - start)
        if response.status >= 400:
            failed.append(response.status)
    connection.close()
