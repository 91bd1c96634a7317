"""Writes wordpiece-golden.jsonl, hard texts with the pieces, ids and spans (code points) of the real vocabulary, and
surface-golden.jsonl, texts (a paragraph a line) with the surface of each word.

Run as `/usr/bin/python3 -m tests.golden` in the folder `training` after a change of the rules; the Java reader is tested
against the same files.
"""
import json
import os

from onrecord_training import data
from onrecord_training.wordpiece import WordPiece
from . import material

PATH = os.path.join(os.path.dirname(__file__), "wordpiece-golden.jsonl")
SURFACES = os.path.join(os.path.dirname(__file__), "surface-golden.jsonl")

TEXTS = [
    "",
    "   \t\n ",
    "Ilan Serrat, Avenia's finance minister, denied it.",
    "“We will appeal,” said Ms Ito.",
    "‘No,’ he said — ‘not now’…",
    "\"Straight\" and ''doubled'' and ``backticked'' marks",
    "«Nous verrons», a-t-elle dit ; „Wir werden sehen“",
    "He paid $1,234.56 (up 7.5%) on 2024-05-16 at 18:02.",
    "don't can't o'clock rock'n'roll McGregor's",
    "unaffable unbelievableness antidisestablishmentarianism",
    "café and cafe\u0301 are the same pieces",
    "e\u0301\u0302\u0303x: three marks on one letter",
    "\u0301leading mark, and one after a space \u0301 here",
    "!\u0301 a mark on punctuation",
    "Zoë Müller-Lüdenscheidt naïvely façade Ångström",
    "İstanbul IĞDIR ırmak",
    "STRASSE straße ẞ",
    "ΣΊΣΥΦΟΣ Σίσυφος ὈΔΥΣΣΕΎΣ",
    "Привет, Ёлка и йод",
    "Việt Nam, Điện Biên Phủ",
    "北京時間 said 王小明。",
    "mixed中文and英文words",
    "東京の会議でコメントした",
    "ガギグ and か\u3099",
    "한국 대통령은 말했다",
    "العربية: قَالَ الوَزِيرُ",
    "שָׁלוֹם עולם",
    "हिन्दी में कहा",
    "ภาษาไทย กล่าวว่า",
    "emoji 👍 alone",
    "👍🏽 skin tone, ❤️ with a selector, 👨‍👩‍👧 joined",
    "flags 🇺🇳🇫🇷 and word🙂word",
    "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 𝐛𝐨𝐥𝐝 𝟙𝟚𝟛",
    "ﬁnal ﬂight ligatures, ½ and ² and ™",
    "fullwidth ＡＢＣ １２３ ，。！",
    "no\u00a0break\u2009thin\u3000ideographic\u202fnarrow",
    "line\u2028separator paragraph\u2029separator",
    "soft\u00adhyphen zero\u200bwidth join\u200der byte\ufefforder",
    "bell\u0007 null\u0000 vertical\u000btab form\u000cfeed next\u0085line",
    "replacement \ufffd and wo\ufffdrd, object \ufffc",
    "\u200eleft\u200f right \u202amarks\u202c",
    "tabs\tand\nnew lines\r\nand returns\rhere",
    "a" * 99,
    "b" * 100,
    "c" * 101,
    "before " + "d" * 150 + " after",
    "é" * 101,
    "한" * 34,
    "x" * 60 + "-" + "y" * 60,
    "[CLS] [SEP] [MASK] [UNK] [PAD] [unused7]",
    "##ing ##s # # hash#tag @mention",
    "https://example.org/a_b?c=d&e=f#g mail@example.org",
    "U.S.-based vs. e.g. i.e. etc.",
    "semi;colon co:lon sl/ash back\\slash pi|pe ti~lde ca^ret under_score equal=plus+less<more>",
    "€5, £6, ¥7, ₹8, ¢9 § 3 ¶ 4 † ‡ • · ¿Qué? ¡No!",
    "dash-en–em—bar―minus−figure‒",
    "…ellipsis... two.. one.",
    "ZZZQXJ qxzjvk wqxz",
    "ÀÈÌÒÙ àèìòù ÂÊÎÔÛ ñ Ñ ç Ç",
    "ΆΈΉ ά \u0390 ǅ ǆ Ǆ",
    "K \u212a \u212b \u2126 \u037e \u0387 \u1fef",
    "Ça va? «\u00a0Oui\u00a0», dit-il.",
    "The minister – who “denied” it – said: ‘It’s 50%…’",
    " leading and trailing ",
    "I\u0307 i\u0307 \u0130 combined dots",
    "\U0002f800 \U00020000 \uf900 rare ideographs",
    "private \ue000 use and un\ue001der",
]


SURFACE_TEXTS = [
    "",
    "“We will appeal,” said Ms Ito of NATO.",
    "\"We will appeal,\" said Ms Ito. \"We must.\"",
    "''We will appeal,'' said Ms Ito.",
    "``We will appeal,'' said iPad maker McBee.",
    "«Nous verrons», a dit la MAIRE.",
    "The minister called it “grotesque” and “a lie.”",
    "He said “no and left.",
    "He said no” and left.",
    "“It rains,” he said.\n\n“It pours.",
    "“It rains.\n\n“It pours,” he said.\nNobody spoke.",
    "\"It rains.\n\"It pours,\" he said.",
    "(\"Maybe\") — \"no\"—she said: \"yes\"",
    "THE MAYOR SAID: \"NO\"",
    "the mayor said: \"no\"",
    "É Ångström ÉCLAIR éclair 1,000 McGREGOR's U.S. I",
    "A. \"b\" C, “d”; E: ''f''!",
    "“One.” “Two.” “Three.”",
]


def surfaces():
    wordpiece = WordPiece(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "\""])
    for text in SURFACE_TEXTS:
        pieces = data.pieces_of(data.Article("golden", text, ()), wordpiece, labelled=False)
        yield json.dumps({"text": text, "starts": [start for start, _ in pieces.spans], "surfaces": pieces.surfaces}) + "\n"


def lines(wordpiece):
    for text in TEXTS:
        pieces = wordpiece.pieces(text)
        yield json.dumps({"text": text, "pieces": [wordpiece.vocabulary[p.id] for p in pieces], "ids": [p.id for p in pieces],
                          "spans": [[p.start, p.end] for p in pieces]}, ensure_ascii=True) + "\n"


if __name__ == "__main__":
    with open(PATH, "w", encoding="utf-8") as f:
        f.writelines(lines(WordPiece(material.real_vocabulary())))
    with open(SURFACES, "w", encoding="utf-8") as f:
        f.writelines(surfaces())
