"""jusText with its own decoding: its good paragraphs, a line each. Options are arguments of `justext`.

Stop words are those of English whatever the language of the page, as in published comparisons: jusText does not find
out the language itself, and other pages come out poor or empty.
"""

import justext
from serve_pages import serve

ENGLISH = justext.get_stoplist("English")


def extract(page, options):
    paragraphs = justext.justext(page["bytes"], ENGLISH, **options)
    return {"text": "\n".join(paragraph.text for paragraph in paragraphs if not paragraph.is_boilerplate)}


serve("jusText", extract, wants="bytes")
