import json
import os
import tempfile
import unittest

from onrecord_training import data, silver


class SilverTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def put(self, name, values):
        path = os.path.join(self.folder.name, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as f:
            f.writelines(json.dumps(value) + "\n" for value in values)
        return path

    def test_each_sentence_is_taken_once_and_no_label(self):
        self.put("basil/dev.jsonl", [{"id": "1", "text": "The dam leaked."}])
        self.put("article-text/gold.jsonl", [{"id": "2", "url": "", "text": "It rained."}])
        self.put("claimdiff/train.jsonl", [{"topic": "dam", "a": "It leaks.", "b": "It holds."}, {"topic": "dam", "a": "It leaks.", "b": "It broke."}])
        self.put("same-claim/paraphrase-train.jsonl", [{"same": 1, "a": "It holds.", "b": f"It held {i} days."} for i in range(50)])
        found = silver.texts(self.folder.name)
        self.assertEqual(found[:3], [("basil-1", "The dam leaked."), ("page-2", "It rained."), ("topic-0", "It leaks.\n\nIt holds.\n\nIt broke.")])
        self.assertEqual([text.count("It held") for _, text in found[3:]], [40, 10])
        self.assertEqual(found, silver.texts(self.folder.name))

    def test_what_was_read_stands_behind_what_people_marked(self):
        text = "Ms Ito said no."
        spans = {"source": [[0, 6]], "cue": [[7, 11]], "content": [[12, 14]]}
        statement = {role: [{"start": start, "end": end} for start, end in found] for role, found in spans.items()}
        gold = self.put("gold.jsonl", [{"id": "g", "text": text, "attributions": [spans]}])
        records = self.put("records.jsonl", [{"article": {"id": "r", "text": text}, "statements": [
            {**statement, "within": None}, {**statement, "within": "x"}, {"content": statement["content"]}]}])
        out = os.path.join(self.folder.name, "train.jsonl")
        silver.main(["join", gold, records, out])
        articles = data.read_articles(out)
        self.assertEqual([article.id for article in articles], ["g", "r"])
        self.assertEqual(list(articles[1].attributions), [spans, {"source": [], "cue": [], "content": [[12, 14]]}])


if __name__ == "__main__":
    unittest.main()
