"""Spoil files of every format and parse them: nothing but ArticleError may be raised, and nothing dangerous come out.

python tests/bench/fuzz.py --inputs 1000000 --processes 2 --save failures
"""

import argparse
import json
import random
import resource
import signal
import sys
import time
import traceback
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass, field, fields, is_dataclass
from hashlib import blake2b
from pathlib import Path
from types import FrameType

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "articles")]

from format_samples import SAMPLES  # noqa: E402 (found only once the path is set)

from reader.articles import parse, parse_part, raw_text  # noqa: E402
from reader.errors import ArticleError  # noqa: E402
from reader.model.article import Article, Span  # noqa: E402

BATCH = 2000
"""Inputs that a process takes at a time."""
TOLD = 20_000
"""Inputs after which it is told how far it is."""
GUARD = 1.0
"""Seconds of computing that an input may take."""
MEMORY = 2_000_000_000
"""Bytes of address space that a process may take."""
LONGEST = 20_000
"""Bytes of an input at most, but for repeats."""
LONGEST_REPEAT = 400_000
RANGES = ((0, 0x20), (0x7F, 0xA0), (0x202A, 0x202F), (0x2066, 0x206A), (0xD800, 0xE000))
FORBIDDEN = frozenset(chr(code) for start, end in RANGES for code in range(start, end))
"""Controls, bidirectional overrides and half surrogates: in no string of an article."""
ALLOWED_RAW = frozenset("\n\t")
SIGNS = tuple(
    sign.encode() for sign in "<>&\"'{}[],:;|#*_`~-=+()\\/@%$^!?\n\r\t“”’…—日م\u202e\u2066\u2028\u200b\ufeff\ufffd\x9b"
)
WORDS = (
    b"\n\n|\r\n|   |\x00|\x1b[31m|\x1b]0;x\x07|\x9b|\x0c|---\n|+++\n|...\n|title: |date: |[[|]]|![|](|```|- |"
    b"1. |> |<!--|-->|<![CDATA[|]]>|<!ENTITY a 'b'>|&#27;|&#x202e;|&lt;|\\u001b|\\ud800|<p>|</p>|<div>|</div>|"
    b"<td>|<tr>|<li>|<ul>|<pre>|<ol start=99>|<script>|From: |Subject: |=?utf-8?q?=1b?=|=?|--b\n|"
    b"Content-Type: text/html\n|boundary=|=1B|@highlight\n|1 of 9 DOCUMENTS\n|HEADLINE: |BODY: |"
    b"End of Document\n|   HD |Document X00000000000000001\n|Full text: |<DOC>|<TEXT>|<main>|<item>|"
    b"<body.content>|2021-04-08|8 April 2021|30/02/2021|99999999999|(@a) May 1, 2020| date 2021-13-45 |1e999|"
    b"\xff\xfe|\xfe\xff|\x1f\x8b\x08|BZh9|\xfd7zXZ\x00|\xe2\x80|\xf0\x9f|\xef\xbb\xbf|"
    b"\xc3\xa2\xe2\x82\xac\xe2\x84\xa2"
)
PIECES = (*SIGNS, *WORDS.split(b"|"), b"|", b"| ", b"_" * 60 + b"\n")
"""What means something in one format or another."""


class LateError(Exception):
    """An input takes too long."""


@dataclass(slots=True)
class Tally:
    """What came of some inputs."""

    inputs: int = 0
    articles: int = 0
    refused: int = 0
    slowest: float = 0.0
    failures: list[tuple[str, bytes, str]] = field(default_factory=list)
    """What was wrong, the input, the name that it had."""


def spoilt(random_source: random.Random) -> tuple[bytes, str]:
    """An input and its name: a sample that some mutators have gone over."""
    names = sorted(SAMPLES)
    data = SAMPLES[random_source.choice(names)]
    for _ in range(random_source.choice((1, 1, 2, 3, 5, 9, 20))):
        data = mutated(data, random_source)
    return data[: max(LONGEST, LONGEST_REPEAT)], f"sport/{random_source.choice(names)}"


def mutated(data: bytes, random_source: random.Random) -> bytes:
    """The bytes after one mutation."""
    start = random_source.randrange(len(data) + 1)
    length = random_source.choice((0, 1, 1, 2, 5, 20, 100, 1000))
    kept, rest, after = data[:start], data[start : start + length], data[start + length :]
    match random_source.randrange(9):
        case 0:
            return kept + bytes(byte ^ 1 << random_source.randrange(8) for byte in rest) + after
        case 1:
            return kept + random_source.randbytes(min(length, 20)) + rest + after
        case 2:
            return kept + after
        case 3:
            return spliced(data, start, random_source)
        case 4 if len(data) < LONGEST:
            times = random_source.choice(
                (2, 2, 2, 3, 3, 10, 200 if length <= 20 or random_source.random() < 0.1 else 20)
            )
            return kept + rest * min(times, max(1, LONGEST_REPEAT // max(1, len(rest)))) + after
        case 5:
            return kept if start else data
        case 6 | 7:
            return kept + random_source.choice(PIECES) + (after if random_source.random() < 0.5 else rest + after)
        case _:
            lines = data.split(b"\n")
            random_source.shuffle(lines) if random_source.random() < 0.2 else lines.insert(0, lines.pop())
            return b"\n".join(lines)


def spliced(data: bytes, start: int, random_source: random.Random) -> bytes:
    """The beginning of one file with the end of another."""
    other = SAMPLES[random_source.choice(sorted(SAMPLES))]
    return data[:start] + other[random_source.randrange(len(other)) :]


def wrong(data: bytes, name: str) -> tuple[str, int]:
    """What is wrong with what the parser makes of an input, or nothing; and how many articles it makes."""
    try:
        articles = parse(data, name)
    except ArticleError as fault:
        return ("a reason that cannot be shown" if FORBIDDEN & {*str(fault)} else ""), 0
    for article in articles:
        found = fault_of(article)
        if found:
            return found, len(articles)
    if len(articles) > 1 and parse_part(data, name, len(articles) - 1) != articles[-1]:
        return "the last part alone is another article", len(articles)
    if (FORBIDDEN - ALLOWED_RAW) & {*raw_text(data)}:
        return "the raw view is dangerous", len(articles)
    return "", len(articles)


def fault_of(article: Article) -> str:
    """What no article may be."""
    if not article.title or not (article.blocks or article.standfirst):
        return "no title or no text"
    for text in strings(article):
        if FORBIDDEN & {*text}:
            return f"a control or an override in {text[:80]!r}"
    spans: list[Span] = [block.span for block in article.blocks]
    if any(start < 0 or end < start for start, end in spans):
        return "a span that ends before it begins"
    return ""


def strings(content: object) -> Iterator[str]:
    """All texts in a value, however deep."""
    if isinstance(content, str):
        yield content
    elif isinstance(content, Sequence):
        for each in content:
            yield from strings(each)
    elif is_dataclass(content):
        for each in fields(content):
            yield from strings(getattr(content, each.name))


def late(number: int, frame: FrameType | None) -> None:
    """Stop an input."""
    raise LateError


def batch(seed: int) -> Tally:
    """Parse a batch of inputs; the same seed gives the same ones."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    signal.signal(signal.SIGVTALRM, late)
    random_source = random.Random(seed)
    tally = Tally()
    for _ in range(BATCH):
        data, name = spoilt(random_source)
        start = time.process_time()
        signal.setitimer(signal.ITIMER_VIRTUAL, GUARD * max(1, len(data) / LONGEST_REPEAT))
        try:
            reason, count = wrong(data, name)
        except LateError:
            reason, count = f"over {GUARD:g} s\n{traceback.format_exc(limit=-4)}", 0
        except Exception:
            reason, count = traceback.format_exc(limit=-4), 0
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        tally.slowest = max(tally.slowest, time.process_time() - start)
        tally.inputs += 1
        tally.articles += count
        tally.refused += not count
        if reason:
            tally.failures.append((reason, data, name))
    return tally


def saved(folder: Path, failure: tuple[str, bytes, str]) -> None:
    """Keep an input that failed with the reason beside it."""
    reason, data, name = failure
    folder.mkdir(parents=True, exist_ok=True)
    digest = blake2b(data, digest_size=6).hexdigest()
    (folder / f"{digest}.bin").write_bytes(data)
    (folder / f"{digest}.json").write_text(json.dumps({"name": name, "reason": reason}), encoding="utf-8")


def main() -> int:
    """Run until the inputs or the seconds are used up; 1 where anything failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--inputs", type=int, default=100_000)
    parser.add_argument("--seconds", type=float, default=1e9)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--save", type=Path, default=Path("failures"), help="directory for the inputs that fail")
    asked = parser.parse_args()
    begun = time.monotonic()
    total = Tally()
    count = -(-asked.inputs // BATCH)
    with ProcessPoolExecutor(asked.processes) as pool:
        pending = {pool.submit(batch, asked.seed * 1_000_003 + number) for number in range(count)}
        for done in as_completed(pending):
            tally = done.result()
            total.inputs += tally.inputs
            total.articles += tally.articles
            total.refused += tally.refused
            total.slowest = max(total.slowest, tally.slowest)
            for failure in tally.failures:
                total.failures.append(failure)
                saved(asked.save, failure)
            if total.inputs % TOLD == 0:
                print(f"{total.inputs:,} inputs, {len(total.failures)} failures", file=sys.stderr, flush=True)
            if time.monotonic() - begun > asked.seconds:
                pool.shutdown(cancel_futures=True)
                break
    taken = time.monotonic() - begun
    print(
        f"{total.inputs:,} inputs in {taken:.0f} s ({total.inputs / taken:.0f} a second): {total.articles:,} articles, "
        f"{total.refused:,} inputs refused, the slowest {total.slowest:.2f} s, {len(total.failures)} failures"
    )
    for reason in sorted({reason.strip().splitlines()[-1] for reason, _, _ in total.failures}):
        print(f"  {reason}")
    return bool(total.failures)


if __name__ == "__main__":
    sys.exit(main())
