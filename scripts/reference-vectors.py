"""Writes harness/score/metrics/fixtures/reference-vectors.json: what the reference implementations say of small texts.

Run it by hand after changing a text; the tests need no Python. It needs two packages, best in an environment of its
own: python3 -m venv ENV && ENV/bin/pip install rouge-score Levenshtein && ENV/bin/python scripts/reference-vectors.py

The packages compute `rouge-lsum` and `edit`. The scorers of three benchmarks are no packages; their formulas are
restated here from their public code, at the commits named below.
"""

import json
import platform
import re
import unicodedata
from collections import Counter
from importlib.metadata import version
from pathlib import Path

import Levenshtein
from rouge_score import rouge_scorer

FIXTURE = Path(__file__).parent.parent / "harness/score/metrics/fixtures/reference-vectors.json"

ENGLISH = "The ferry to Skerrow leaves at nine.\nIt carries forty people, two cars and the post.\nIn winter it does not sail on Sundays."
JAPANESE = "船は九時に出る。\n四十人と車二台を運ぶ。\n冬の日曜日は 休みである。"
CHINESE = "渡轮九点开船。 载客四十人。\n冬天星期日 不开。"
ARABIC = "تغادر العبّارة في التاسعة صباحًا.\nتحمل أربعين راكبًا وسيارتين والبريد.\nلا تبحر أيام الأحد في الشتاء."
THAI = "เรือออกเวลาเก้าโมง\nบรรทุกคนสี่สิบคน รถสองคัน และไปรษณีย์"

TEXTS = {
    "both empty": ("", ""),
    "gold empty": ("", "one two"),
    "nothing extracted": ("one two", ""),
    "blank on both sides": (" \n\t", "\u00a0 \n"),
    "identical": (ENGLISH, ENGLISH),
    "identical, one word": ("ferry", "ferry"),
    "disjoint": ("one two three", "four five six"),
    "half of it": ("one two three four", "one two"),
    "as much again": ("one two", "one two three four"),
    "lines reversed": (ENGLISH, "\n".join(reversed(ENGLISH.split("\n")))),
    "words reversed": ("one two three four five", "five four three two one"),
    "doubled": (ENGLISH, ENGLISH + "\n" + ENGLISH),
    "one word over and over": ("go go go\ngo go", "go go\ngo go go go"),
    "a word repeated in gold alone": ("go go go go", "go"),
    "two lines that share words": ("a b c d e\nf b d g", "b d c a\nd b g f e"),
    "ties between longest subsequences": ("a b a b c", "b a c a b"),
    "ties, the other way round": ("b a c a b", "a b a b c"),
    "lines joined": (ENGLISH, ENGLISH.replace("\n", " ")),
    "one line cut in many": (ENGLISH.replace("\n", " "), ENGLISH.replace(" ", "\n")),
    "empty lines and spaces": ("one two\n\n  three", "\n one\ttwo\n three \n\n"),
    "lower-cased": (ENGLISH, ENGLISH.lower()),
    "upper case that lengthens": ("Straße İzmir ﬁne", "STRASSE i̇zmir fine"),
    "punctuation gone": (ENGLISH, re.sub(r"[^\w\s]", "", ENGLISH)),
    "boilerplate around": (ENGLISH, "Home News Sport\n" + ENGLISH + "\nRead more about ferries"),
    "low line and numbers": ("x_1 = 3.14, ½ and ²", "x_1 3 14 ½ ²"),
    "Japanese, a line less": (JAPANESE, "\n".join(JAPANESE.split("\n")[1:])),
    "Japanese, half a line": (JAPANESE, JAPANESE[:20]),
    "Chinese, identical": (CHINESE, CHINESE),
    "Chinese, another order": (CHINESE, "冬天星期日 不开。\n渡轮九点开船。 载客四十人。"),
    "Chinese, full-width forms": ("２０２６年 Ａ座", "2026年 A座"),
    "Korean": ("배는 아홉 시에 떠난다.\n겨울에는 일요일에 쉰다.", "배는 아홉 시에 떠난다. 겨울에는 쉰다."),
    "Arabic, a line less": (ARABIC, "\n".join(ARABIC.split("\n")[:2])),
    "Arabic, marks gone": (ARABIC, "".join(c for c in ARABIC if not unicodedata.combining(c))),
    "Arabic, direction marks": ("في التاسعة", "\u200fفي\u200f التاسعة\u200e"),
    "Thai, half of it": (THAI, THAI.split("\n")[0]),
    "combining marks, composed against taken apart": ("café déjà vu", unicodedata.normalize("NFD", "café déjà vu")),
    "combining marks on both sides": ("a\u0301 b e\u0323\u0302", "a\u0301 e\u0323\u0302 b"),
    "Devanagari with vowel signs": ("नाव नौ बजे चलती है", "नाव बजे चलती नौ है"),
    "soft hyphens in gold": ("the news\u00adpaper re\u00adported", "the newspaper reported"),
    "soft hyphens on both sides": ("the news\u00adpaper", "the news\u00adpaper re\u00adported"),
    "zero-width space": ("one\u200btwo three", "one two three"),
    "spaces of other kinds": ("one\u00a0two\u2003three\u3000four", "one two three four"),
    "a byte order mark is no space": ("\ufeffone two", "one two"),
    "separators that Python takes for spaces": ("one\u001ctwo\u0085three\u2028four", "one two three four"),
    "letters beyond the basic plane": ("𝐀𝐁 𠮷野家 😀 ok", "𠮷野家 😀 𝐀𝐁"),
}

# Wanted snippets, unwanted ones, text.
SEGMENTS = {
    "empty text": (["one"], ["menu"], ""),
    "all right": (["leaves at nine", "the post"], ["Read more"], ENGLISH),
    "disjoint": (["bus", "tram"], ["plane"], ENGLISH),
    "all wrong": (["bus"], ["ferry", "post"], ENGLISH),
    "one of each": (["ferry", "bus"], ["post", "plane"], ENGLISH),
    "no unwanted ones": (["ferry", "bus"], [], ENGLISH),
    "no wanted ones": ([], ["ferry", "bus"], ENGLISH),
    "no snippets": ([], [], ENGLISH),
    "over a line break": (["at nine. It carries"], [], ENGLISH),
    "white space in the snippet": (["at\n\t nine."], ["does  not"], ENGLISH),
    "other case": (["the ferry", "It carries"], [], ENGLISH),
    "repeated text counts once": (["ferry"], [], ENGLISH + ENGLISH),
    "Japanese": (["四十人", "冬の日曜日は\u3000休み"], ["電車"], JAPANESE),
    "Arabic": (["أربعين راكبًا", "أربعين راكبا"], ["الشتاء"], ARABIC),
    "combining marks": (["café"], ["thé"], unicodedata.normalize("NFD", "café thé")),
    "soft hyphens": (["newspaper", "news\u00adpaper"], [], "the news\u00adpaper"),
    "no-break spaces": (["forty people"], ["two cars"], ENGLISH.replace(" ", "\u00a0")),
}


class SpacedTokens:
    """rouge-score with white-space tokens, as Bevendorff et al. use it."""

    def tokenize(self, text):
        return text.split()


SCORER = rouge_scorer.RougeScorer(["rougeLsum"], tokenizer=SpacedTokens())


def rouge_lsum(gold, text):
    score = SCORER.score(gold, text)["rougeLsum"]
    return {"precision": float(score.precision), "recall": float(score.recall), "f1": float(score.fmeasure)}


def edit(gold, text):
    return {"similarity": Levenshtein.ratio(gold.split(), text.split())}


def wcxb_words(gold, text):
    """WCXB: bags of lower-cased words; both empty is right, one empty is wrong."""
    wanted, found = (re.findall(r"\w+", side.lower()) for side in (gold, text))
    if not wanted or not found:
        right = 1.0 if not wanted and not found else 0.0
        return {"precision": right, "recall": right, "f1": right}
    shared = (Counter(wanted) & Counter(found)).total()
    precision, recall = shared / len(found), shared / len(wanted)
    f1 = 2 * precision * recall / (precision + recall) if shared else 0.0
    return {"precision": precision, "recall": recall, "f1": f1}


def aeb_shingles(gold, text):
    """AEB: multisets of 4-grams, a page's counts divided by their sum; None where the divisor is 0."""

    def shingles(side):
        words = re.findall(r"\w+", side)
        starts = range(max(1, len(words) - 3)) if words else []
        return Counter(tuple(words[start : start + 4]) for start in starts)

    wanted, found = shingles(gold), shingles(text)
    tp, fp, fn = (wanted & found).total(), (found - wanted).total(), (wanted - found).total()
    total = tp + fp + fn
    if total:
        tp, fp, fn = tp / total, fp / total, fn / total
    return {
        "precision": tp / (tp + fp) if tp + fp else None,
        "recall": tp / (tp + fn) if tp + fn else None,
    }


def trafilatura_segments(wanted, unwanted, text):
    """trafilatura: snippets as substrings after folding white space; figures are 0 where the divisor is."""

    def fold(part):
        return re.sub(r"\s+", " ", part).strip()

    tp = sum(fold(part) in fold(text) for part in wanted)
    fp = sum(fold(part) in fold(text) for part in unwanted)
    fn, tn = len(wanted) - tp, len(unwanted) - fp

    def ratio(part, whole):
        return part / whole if whole else 0.0

    return {
        "precision": ratio(tp, tp + fp),
        "recall": ratio(tp, tp + fn),
        "accuracy": ratio(tp + tn, tp + fp + fn + tn),
        "f1": ratio(2 * tp, 2 * tp + fp + fn),
    }


TEXT_METRICS = {"rouge-lsum": rouge_lsum, "edit": edit, "words": wcxb_words, "shingles": aeb_shingles}

vectors = {
    "made with": {
        "rouge-lsum": f"rouge-score {version('rouge-score')}, rougeLsum, split at lines, white-space tokens",
        "edit": f"Levenshtein {version('Levenshtein')}, ratio over white-space tokens",
        "words": "formula of Murrough-Foley/web-content-extraction-benchmark @ c039d5e, evaluate.py",
        "shingles": "formula of scrapinghub/article-extraction-benchmark @ 4a3bc97, evaluate.py",
        "segments": "formula of adbar/trafilatura @ e90b0ef, tests/eval_common.py",
        "python": platform.python_version(),
        "unicode": unicodedata.unidata_version,
    },
    "texts": [
        {
            "name": name,
            "gold": gold,
            "text": text,
            "figures": {metric: score(gold, text) for metric, score in TEXT_METRICS.items()},
        }
        for name, (gold, text) in TEXTS.items()
    ],
    "segments": [
        {
            "name": name,
            "with": wanted,
            "without": unwanted,
            "text": text,
            "figures": trafilatura_segments(wanted, unwanted, text),
        }
        for name, (wanted, unwanted, text) in SEGMENTS.items()
    ],
}
FIXTURE.write_text(json.dumps(vectors, ensure_ascii=True, indent=1) + "\n", encoding="utf-8")
print(f"{FIXTURE.name}: {len(TEXTS)} texts under {len(TEXT_METRICS)} metrics, {len(SEGMENTS)} texts with segments")
