"""`python -m tests.house` checks the house; `-v` lists every place that counts, `--write` renews the picture and the
list of landed migrations."""

import sys

from tests.house import docs, figures, migrations, picture


def main(arguments: list[str]) -> int:
    """Print each figure and what is wrong; the exit code is 1 if anything is."""
    if "--write" in arguments:
        picture.write()
        migrations.write()
    report, is_within = figures.report(is_verbose="-v" in arguments)
    wrong = [*migrations.problems(), *picture.problems(), *docs.problems()]
    sys.stdout.writelines(f"{line}\n" for line in (*report, *wrong))
    return int(bool(wrong) or not is_within)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
