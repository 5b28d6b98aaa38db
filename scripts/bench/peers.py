"""What Assay is compared with in Python: prints the milliseconds of a processor that scoring alone takes, as JSON.

peers.py aeb CLONE          evaluate() of article-extraction-benchmark over all outputs, with 1,000 resamples
peers.py wcxb CLONE TEXTS   word_f1() of WCXB; TEXTS is a JSON file of [gold, extracted] pairs
peers.py rouge TEXTS        rougeLsum of the package rouge-score, tokens cut at white space
"""

import importlib.util
import json
import sys
import time
from pathlib import Path


def load(folder):
    spec = importlib.util.spec_from_file_location("evaluate", Path(folder) / "evaluate.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def pairs(file):
    return json.loads(Path(file).read_text(encoding="utf-8"))


def aeb(folder):
    evaluate = load(folder)
    truth = evaluate.load_json(Path(folder) / "ground-truth.json")
    outputs = [evaluate.load_prediction(path)[0] for path in sorted((Path(folder) / "output").glob("*.json"))]
    return lambda: [evaluate.evaluate(truth, output, 1000) for output in outputs]


def wcxb(folder, file):
    evaluate = load(folder)
    texts = pairs(file)
    return lambda: [evaluate.word_f1(extracted, gold) for gold, extracted in texts]


def rouge(file):
    from rouge_score import rouge_scorer, tokenizers

    class Spaced(tokenizers.Tokenizer):
        def tokenize(self, text):
            return text.split()

    scorer = rouge_scorer.RougeScorer(["rougeLsum"], tokenizer=Spaced())
    texts = pairs(file)
    return lambda: [scorer.score(gold, extracted) for gold, extracted in texts]


work = {"aeb": aeb, "wcxb": wcxb, "rouge": rouge}[sys.argv[1]](*sys.argv[2:])
wall, cpu = time.perf_counter(), time.process_time()
work()
print(json.dumps({"cpuMs": 1000 * (time.process_time() - cpu), "wallMs": 1000 * (time.perf_counter() - wall)}))
