"""Figures of the code and their limits: names, docstrings, sizes, imports, commit subjects.

Product code is every Python module outside tests and migrations. A figure is a share in percent or a count;
`LIMITS` says how high each may be.
"""

import ast
import re
import subprocess
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SUBJECTS_SINCE = "45e14ca"
"""The commit after which subjects are held to 60 characters."""

LIMITS: dict[str, float] = {
    "docstrings that open with what, who, where, whether, how (%)": 2,
    "functions named by one lone participle (%)": 3,
    "class names defined in two modules": 0,
    "pairs of packages that import each other": 0,
    "imports inside functions": 0,
    "files of more than 300 lines": 0,
    "templates of more than 100 lines": 0,
    "folders with more than 20 modules": 0,
    "commit subjects of more than 60 characters": 0,
}
LONGEST_FILE, LONGEST_TEMPLATE, MOST_MODULES, LONGEST_SUBJECT = 300, 100, 20, 60

OPENING = re.compile(r"\s*(What|Who|Whom|Whose|Where|Whether|How)\b")
PARTICIPLES = frozenset(
    """begun bound bought brought built caught chosen cut done drawn driven fallen fed felt forgotten found given
    gone grown heard held hidden kept known laid left lost made meant met paid put read said seen sent set shown
    shut sold spent split spoken stood struck sworn taken taught thought told understood won worn written""".split()
) - {"cut", "put", "read", "set", "shut", "split"}  # these are imperatives as well
SHARED_NAMES = frozenset({"Meta", "Command", "Migration"})


@dataclass
class Module:
    """A product module: its path from the root, and its syntax tree."""

    path: str
    tree: ast.Module
    package: str = field(init=False)

    def __post_init__(self) -> None:
        self.package = self.path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def report(*, is_verbose: bool) -> tuple[list[str], bool]:
    """A line for each figure, with the places that count where it is past its limit; True if none is."""
    modules = [Module(path, ast.parse((ROOT / path).read_text())) for path in product_paths()]
    lines, is_within = [], True
    for (name, limit), (figure, places) in zip(LIMITS.items(), figures(modules), strict=True):
        is_over = figure > limit
        is_within &= not is_over
        lines.append(f"{'OVER ' if is_over else 'ok   '}{figure:6.1f}  (limit {limit:g})  {name}")
        if is_over or is_verbose:
            lines += [f"         {place}" for place in places]
    return lines, is_within


def figures(modules: list[Module]) -> Iterator[tuple[float, list[str]]]:
    """Each figure with the places that count towards it, in the order of `LIMITS`."""
    yield _share(docstrings(modules), lambda text: bool(OPENING.match(text)))
    yield _share(function_names(modules), is_lone_participle)
    for found in (
        class_names_twice(modules), two_way_pairs(modules), local_imports(modules), long_files(),
        long_templates(), full_folders(modules), long_subjects(),
    ):  # fmt: skip
        places = list(found)
        yield len(places), places


def tracked(*patterns: str) -> list[str]:
    """Paths that git tracks and the work tree holds."""
    listed = subprocess.run(
        ["git", "ls-files", *patterns], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return [path for path in listed.stdout.split("\n") if path and (ROOT / path).is_file()]


def product_paths() -> list[str]:
    return [path for path in tracked("*.py") if not path.startswith("tests/") and "/migrations/" not in path]


def docstrings(modules: Iterable[Module]) -> Iterator[tuple[str, str]]:
    """(place, text) of every docstring, those under attributes and constants included."""
    for module in modules:
        for node in ast.walk(module.tree):
            match node:
                case ast.Expr(value=ast.Constant(value=str(text))):
                    yield f"{module.path}:{node.lineno}", text


def function_names(modules: Iterable[Module]) -> Iterator[tuple[str, str]]:
    for module in modules:
        for node in ast.walk(module.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield f"{module.path}:{node.lineno}", node.name


def is_lone_participle(name: str) -> bool:
    """True of `said` and `_drawn`; false of `said_of`, `set_up` and `feed`."""
    word = name.strip("_")
    return "_" not in word and (
        word in PARTICIPLES or (word.endswith("ed") and word not in ("feed", "need", "embed"))
    )


def class_names_twice(modules: Iterable[Module]) -> Iterator[str]:
    homes: dict[str, list[str]] = defaultdict(list)
    for module in modules:
        for node in ast.walk(module.tree):
            if isinstance(node, ast.ClassDef) and node.name not in SHARED_NAMES:
                homes[node.name].append(f"{module.path}:{node.lineno}")
            elif isinstance(node, ast.Assign) and _is_type_alias(node):
                homes[node.targets[0].id].append(f"{module.path}:{node.lineno}")  # type: ignore[attr-defined]
    return (f"{name}: {', '.join(at)}" for name, at in sorted(homes.items()) if len(at) > 1)


def _is_type_alias(node: ast.Assign) -> bool:
    """A module's `Choice = Literal[...]`, `Row = dict[...]` or `Text = str | None`, told by its capital."""
    name = node.targets[0]
    return (
        isinstance(name, ast.Name)
        and re.fullmatch(r"[A-Z][a-z]+(?:[A-Z][a-z]+)*", name.id) is not None
        and isinstance(node.value, ast.Subscript | ast.BinOp)
    )


def two_way_pairs(modules: Iterable[Module]) -> Iterator[str]:
    """Top-level packages, and folders of one package, that import each other (type checking aside)."""
    arrows: set[tuple[str, str]] = set()
    for module in modules:
        source = _folder(module.path)
        for node in _runtime_imports(module.tree):
            target = _folder_of_import(node.module or "")
            if (
                target
                and target != source
                and not _is_above(source, target)
                and not _is_above(target, source)
            ):
                arrows.add((source, target))
    return (f"{one} and {other}" for one, other in sorted(arrows) if one < other and (other, one) in arrows)


def _folder(path: str) -> str:
    return str(Path(path).parent)


def _is_above(one: str, other: str) -> bool:
    return other.startswith(f"{one}/")


def _folder_of_import(name: str) -> str:
    """The folder that an imported module stands in; empty for other people's packages."""
    path = name.replace(".", "/")
    if (ROOT / path).is_dir():
        return path if "/" in path or (ROOT / path / "__init__.py").is_file() else ""
    return _folder(f"{path}.py") if (ROOT / f"{path}.py").is_file() else ""


def _runtime_imports(tree: ast.Module) -> Iterator[ast.ImportFrom]:
    """`from … import …` statements that run, those under TYPE_CHECKING left out."""
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and node.level == 0:
            yield node


def local_imports(modules: Iterable[Module]) -> Iterator[str]:
    for module in modules:
        for node in ast.walk(module.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                for child in ast.walk(node):
                    if isinstance(child, ast.Import | ast.ImportFrom):
                        yield f"{module.path}:{child.lineno}"


def long_files() -> Iterator[str]:
    for path in tracked("*.py", "*.css", "*.js"):
        length = _lines(path)
        if length > LONGEST_FILE and "/migrations/" not in path:
            yield f"{path} ({length})"


def long_templates() -> Iterator[str]:
    for path in tracked("*.html"):
        if "templates/" in path and _lines(path) > LONGEST_TEMPLATE:
            yield f"{path} ({_lines(path)})"


def _lines(path: str) -> int:
    return len((ROOT / path).read_bytes().splitlines())


def full_folders(modules: Iterable[Module]) -> Iterator[str]:
    sizes = Counter(_folder(module.path) for module in modules if not module.path.endswith("__init__.py"))
    return (f"{folder} ({size})" for folder, size in sorted(sizes.items()) if size > MOST_MODULES)


def long_subjects() -> Iterator[str]:
    """Subjects since the rule began; a clone without that history has none to look at."""
    log = subprocess.run(
        ["git", "log", "--no-merges", "--format=%h %s", f"{SUBJECTS_SINCE}..HEAD"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    for line in log.stdout.splitlines():
        if len(line.partition(" ")[2]) > LONGEST_SUBJECT:
            yield line


def _share(places: Iterable[tuple[str, str]], counts: Callable[[str], bool]) -> tuple[float, list[str]]:
    """The share of texts that count, in percent, with the places of those that do."""
    every = list(places)
    counted = [f"{at}  {text.strip().splitlines()[0][:90]}" for at, text in every if text and counts(text)]
    return 100 * len(counted) / max(len(every), 1), counted
