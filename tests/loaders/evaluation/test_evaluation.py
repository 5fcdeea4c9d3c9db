from hypothesis import given
from hypothesis import strategies as st

from loaders.evaluation.figures import Tally, interval, total
from loaders.evaluation.mentions import score_mentions
from loaders.evaluation.statements import score_statements


def passage(*mentions: dict[str, object]) -> dict[str, object]:
    return {"source": "a.txt", "lang": "fr", "start": 0, "end": 100, "mentions": list(mentions)}


def mention(start: int, end: int, kind: str, key: str, **more: object) -> dict[str, object]:
    return {"source": "a.txt", "start": start, "end": end, "type": kind, "key": key, "iri": f"iri:{key}", **more}


def test_a_right_mention_counts_in_both() -> None:
    [score] = score_mentions([passage(mention(0, 6, "Threat", "terrorism"))], [mention(1, 6, "Threat", "terrorism")])
    assert score.tallies["Threat"] == Tally(1, 1, 1, 1)


def test_a_wrong_key_is_missed_and_wrong() -> None:
    [score] = score_mentions([passage(mention(0, 6, "Threat", "terrorism"))], [mention(0, 6, "Threat", "sabotage")])
    assert score.tallies["Threat"] == Tally(0, 1, 0, 1)
    assert len(score.missed) == len(score.wrong) == 1


def test_a_free_slug_is_matched_by_vote() -> None:
    gold = passage(mention(0, 4, "Organisation", "unsc"), mention(10, 14, "Organisation", "unsc"))
    found = [
        mention(0, 4, "Organisation", "un-security-council"),
        mention(10, 14, "Organisation", "un-security-council"),
    ]
    [score] = score_mentions([gold], found)
    assert score.tallies["Organisation"].f1 == 1


def test_an_unsure_mention_is_not_wanted_but_right_when_found() -> None:
    [score] = score_mentions([passage(mention(0, 6, "Threat", "x", sure=False))], [mention(0, 6, "Threat", "x")])
    assert score.tallies["Threat"] == Tally(0, 0, 1, 1)


def test_statements_are_matched_near_their_evidence() -> None:
    said = {"source": "a.txt", "rel": "threatens", "s": "terrorism", "o": "vi1", "start": 0, "end": 50, "sure": True}
    gold = {"regions": [{"source": "a.txt", "start": 0, "end": 100}], "statements": [said]}
    [here] = score_statements(gold, [{**said, "start": 60, "end": 90}])
    assert here.tallies["threatens"] == Tally(1, 1, 1, 1)
    [far] = score_statements(gold, [{**said, "start": 9000, "end": 9100}])
    assert far.tallies["threatens"] == Tally(0, 1, 0, 0)


@given(st.lists(st.builds(Tally, *[st.integers(0, 20)] * 4), min_size=1, max_size=20))
def test_the_interval_holds_between_its_ends(units: list[Tally]) -> None:
    low, high = interval(units, lambda t: min(1.0, t.f1), draws=50)
    assert low <= high
    assert total(units).wanted == sum(unit.wanted for unit in units)
