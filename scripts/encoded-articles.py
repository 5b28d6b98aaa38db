"""Writes harness/document/fixtures/encoded-articles.json: small pages in the legacy encodings of their scripts.

Python's codecs make the bytes, so that the test does not ask the tables that it tests. Run it by hand, with no
arguments, after changing a text; the tests need no Python.
"""

import base64
import json
import unicodedata
from pathlib import Path

FIXTURE = Path(__file__).parent.parent / "harness/document/fixtures/encoded-articles.json"

# Text and, for each encoding, the label that the page declares and Python's name of the codec.
ARTICLES = {
    "Western": (
        ["Café am Flußufer öffnet", "Die Gäste zahlten 3 € für Crème brûlée; „schön“ war es nicht, sagte Frau Müller-Østergård.",
         "L'œuvre reste à Besançon, ¿verdad? Não, já não."],
        [("windows-1252", "cp1252"), ("macintosh", "mac_roman")],
    ),
    "Western without quotes": (
        ["Café am Flußufer öffnet", "Die Gäste zahlten 3 € für Crème brûlée, schön war es nicht.", "L'œuvre reste à Besançon."],
        [("windows-1252", "cp1252"), ("ISO-8859-15", "iso8859_15")],
    ),
    "Polish": (
        ["Nowy most nad Wisłą", "Zażółć gęślą jaźń, mówi Łukasz Święcicki; árvíztűrő tükörfúrógép, dodaje Őze Géza.", "Žluťoučký kůň úpěl ďábelské ódy."],
        [("ISO-8859-2", "iso8859_2"), ("windows-1250", "cp1250")],
    ),
    "Russian": (
        ["Мост через реку открыт", "Городской совет собрался в понедельник вечером, ещё до ужина.", "Подъезд закрыт: «Съешь же этих мягких булок», шутит мэр."],
        [("windows-1251", "cp1251"), ("x-mac-cyrillic", "mac_cyrillic")],
    ),
    "Russian without quotes": (
        ["Мост через реку открыт", "Городской совет собрался в понедельник вечером, ещё до ужина.", "Подъезд закрыт, шутит мэр."],
        [("KOI8-R", "koi8_r"), ("ISO-8859-5", "iso8859_5"), ("IBM866", "cp866"), ("windows-1251", "cp1251")],
    ),
    "Ukrainian": (
        ["Міст відкрито", "Їжак і ґава з'їли пиріг, а мер промовчав.", "Євген поїхав до Києва."],
        [("KOI8-U", "koi8_u"), ("windows-1251", "cp1251")],
    ),
    "Greek": (
        ["Η γέφυρα άνοιξε", "Ο δήμαρχος μίλησε για ώρα στους πολίτες της πόλης.", "Ξεσκεπάζω την ψυχοφθόρα βδελυγμία."],
        [("ISO-8859-7", "iso8859_7"), ("windows-1253", "cp1253")],
    ),
    "Turkish": (
        ["Köprü açıldı", "Belediye başkanı şiir okudu; çocuklar güldü, ığdırlı İbrahim ağladı.", "Pijamalı hasta yağız şoföre çabucak güvendi."],
        [("windows-1254", "cp1254"), ("ISO-8859-9", "iso8859_9")],
    ),
    "Baltic": (
        ["Tilts atvērts", "Mērs runāja ilgi, un ļaudis klausījās; ąžuolas žaliuoja, šūkis skamba.", "Glāžšķūņa rūķīši dzērumā čiepj."],
        [("windows-1257", "cp1257"), ("ISO-8859-13", "iso8859_13")],
    ),
    "Hebrew": (
        ["הגשר נפתח", "ראש העיר דיבר אל התושבים במשך שעה ארוכה.", "דג סקרן שט בים מאוכזב ולפתע מצא חברה."],
        [("windows-1255", "cp1255"), ("ISO-8859-8", "iso8859_8")],
    ),
    "Arabic": (
        ["افتتاح الجسر", "تحدث رئيس البلدية إلى السكان مساء يوم الاثنين، ثم انصرف.", "صِف خَلقَ خَودِ كَمِثلِ الشَمسِ."],
        [("windows-1256", "cp1256"), ("ISO-8859-6", "iso8859_6")],
    ),
    "Vietnamese": (
        ["Cây cầu đã mở", "Ông thị trưởng phát biểu trước người dân vào tối thứ hai.", "Đường phố vẫn còn ướt."],
        [("windows-1258", "cp1258")],
    ),
    "Thai": (
        ["เปิดสะพานแล้ว", "นายกเทศมนตรีกล่าวกับประชาชนเมื่อเย็นวันจันทร์ที่ผ่านมา", "ราคา ๓๐ บาท"],
        [("windows-874", "cp874"), ("TIS-620", "tis_620")],
    ),
    "Japanese": (
        ["橋が開通した", "市長は月曜日の夜、市民に「長い間お待たせしました」と語った。", "カメラを持った人々が、東京からも来ていた。"],
        [("Shift_JIS", "cp932"), ("EUC-JP", "euc_jp"), ("ISO-2022-JP", "iso2022_jp")],
    ),
    "Chinese, simplified": (
        ["大桥通车", "市长星期一晚上对市民说：“让大家久等了。”", "天地玄黄，宇宙洪荒；龙马精神。"],
        [("GB2312", "gb2312"), ("GBK", "gbk"), ("GB18030", "gb18030")],
    ),
    "Chinese, traditional": (
        ["大橋通車", "市長星期一晚上對市民說：「讓大家久等了。」", "天地玄黃，宇宙洪荒；龍馬精神。"],
        [("Big5", "big5"), ("GB18030", "gb18030"), ("GBK", "gbk")],
    ),
    "Korean": (
        ["다리가 열렸다", "시장은 월요일 저녁 시민들에게 오래 기다리게 해서 미안하다고 말했다.", "다람쥐 헌 쳇바퀴에 타고파."],
        [("EUC-KR", "euc_kr"), ("ks_c_5601-1987", "cp949")],
    ),
    "every script": (
        ["Café Łódź Мост γέφυρα", "العربية עברית ไทย 日本 한국어 𠮷野家 😀", "Zero\u200bwidth, soft\u00adhyphen, ﬁne."],
        [("UTF-8", "utf_8"), ("UTF-8 with a mark", "utf_8_sig"), ("UTF-16LE", "utf_16_le"), ("UTF-16BE", "utf_16_be"), ("GB18030", "gb18030")],
    ),
}


def page(lines, label):
    title, *paragraphs = lines
    body = "".join(f"<p>{line}</p>\n" for line in paragraphs)
    charset = label.split(" ")[0]
    return f'<!doctype html>\n<html><head><meta charset="{charset}"><title>{title}</title></head>\n<body><h1>{title}</h1>\n{body}</body></html>\n'


def encode(text, codec):
    mark = "\ufeff" if codec.startswith("utf_16") else ""
    if codec == "cp1258":  # Letters with two accents are written with a combining mark.
        text = "".join(part for letter in text for part in split_tone(letter))
    return (mark + text).encode(codec)


def split_tone(letter):
    try:
        letter.encode("cp1258")
        return letter
    except UnicodeEncodeError:
        marks = unicodedata.normalize("NFD", letter)
        tones = "".join(mark for mark in marks if mark in "\u0300\u0301\u0303\u0309\u0323")
        rest = "".join(mark for mark in marks if mark not in tones)
        return unicodedata.normalize("NFC", rest) + tones


articles = [
    {
        "name": name,
        "lines": lines,
        "pages": [
            {"label": label, "base64": base64.b64encode(encode(page(lines, label), codec)).decode("ascii")}
            for label, codec in encodings
        ],
    }
    for name, (lines, encodings) in ARTICLES.items()
]
FIXTURE.write_text(json.dumps(articles, ensure_ascii=True, indent=1) + "\n", encoding="utf-8")
print(f"{FIXTURE}: {sum(len(each['pages']) for each in articles)} pages")
