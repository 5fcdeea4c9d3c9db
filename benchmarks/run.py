"""All benchmarks, one after the other: reading, extraction, scaling.

python benchmarks/run.py [--large MB] [--copies 1 10 100]
"""

import argparse
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def main() -> None:
    """Run each benchmark in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--large", default="0", metavar="MB", help="also read a text of so many megabytes")
    parser.add_argument("--copies", nargs="+", default=["1", "10"], help="copies of the corpus for the scaling")
    given = parser.parse_args()
    for title, name, words in (
        ("Reading", "reading.py", ["--large", given.large]),
        ("Extraction speed", "extraction.py", []),
        ("Scaling", "scaling.py", ["--times", *given.copies]),
    ):
        print(f"\n## {title}\n", flush=True)
        if subprocess.run([sys.executable, str(HERE / name), *words], check=False).returncode:
            sys.exit(f"The benchmark {name} did not end well: its message stands above.")


if __name__ == "__main__":
    main()
