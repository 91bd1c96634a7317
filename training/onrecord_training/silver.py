"""More to learn from: news texts that nobody has annotated, as a network reads them, behind the articles that people annotated.

A student gains by texts on which its teacher was not trained: there the teacher's opinion is one of unseen text.
    python -m onrecord_training.silver texts DATA OUT       the texts of several research sets, a line each {"id", "text"}
    python -m onrecord_training.silver join GOLD RECORDS OUT  annotated articles, then `onrecord read --with-text -f jsonl` of the texts
Of the sets only texts are taken, none of their labels.
"""
import json
import os
import random
import sys

from .settings import ROLES

# Sentences that belong to no article stand together as if they were one, so many at a time.
SENTENCES = 40
SEED = 1


def texts(folder):
    """(id, text) of each: articles of BASIL, the bodies of the pages of article-text, sentences of ClaimDiff by topic, and of paraphrases."""
    found = [(f"basil-{value['id']}", value["text"]) for value in lines(os.path.join(folder, "basil/dev.jsonl"))]
    found += [(f"page-{value['id']}", value["text"]) for value in lines(os.path.join(folder, "article-text/gold.jsonl"))]
    seen, topics = set(), {}
    for value in lines(os.path.join(folder, "claimdiff/train.jsonl")):
        topics.setdefault(value["topic"], []).extend(new(seen, value))
    found += [(f"topic-{number}", "\n\n".join(sentences)) for number, sentences in enumerate(topics.values()) if sentences]
    sentences = [sentence for value in lines(os.path.join(folder, "same-claim/paraphrase-train.jsonl")) for sentence in new(seen, value)]
    random.Random(SEED).shuffle(sentences)
    return found + [(f"sentences-{at}", "\n\n".join(sentences[at:at + SENTENCES])) for at in range(0, len(sentences), SENTENCES)]


def new(seen, pair):
    """The sentences of a pair that no pair before it had."""
    for sentence in (pair["a"], pair["b"]):
        if sentence not in seen:
            seen.add(sentence)
            yield sentence


def articles(records):
    """What a network found in texts, as if people had marked it; without what stands within another statement, which people do not mark."""
    for number, record in enumerate(records):
        attributions = [{role: [[span["start"], span["end"]] for span in statement.get(role) or []] for role in ROLES}
                        for statement in record["statements"] if not statement.get("within")]
        yield {"id": record["article"].get("id", str(number)), "text": record["article"]["text"], "attributions": attributions}


def lines(path):
    with open(path, encoding="utf-8") as f:
        for line in f:
            if line.strip():
                yield json.loads(line)


def write(path, values):
    """The file is there whole or not at all."""
    with open(path + ".part", "w", encoding="utf-8") as f:
        for value in values:
            f.write(json.dumps(value, ensure_ascii=False) + "\n")
    os.replace(path + ".part", path)


def main(arguments):
    if len(arguments) == 3 and arguments[0] == "texts":
        write(arguments[2], ({"id": name, "text": text} for name, text in texts(arguments[1])))
    elif len(arguments) == 4 and arguments[0] == "join":
        write(arguments[3], [*lines(arguments[1]), *articles(lines(arguments[2]))])
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
