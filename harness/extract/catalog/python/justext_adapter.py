"""jusText with its own decoding: its good paragraphs, a line each. Options are arguments of `justext`.

Stop words are those of English whatever the language of the page, as in published comparisons: jusText does not find
out the language itself, and other pages come out poor or empty. With the option `all_languages` they are those of all languages
that it has, as trafilatura uses it.
"""

import justext
from serve_pages import serve

ENGLISH = justext.get_stoplist("English")
ALL = frozenset(word for language in justext.get_stoplists() for word in justext.get_stoplist(language))


def extract(page, options):
    settings = {name: value for name, value in options.items() if name != "all_languages"}
    paragraphs = justext.justext(page["bytes"], ALL if options.get("all_languages") else ENGLISH, **settings)
    return {"text": "\n".join(paragraph.text for paragraph in paragraphs if not paragraph.is_boilerplate)}


serve("jusText", extract, wants="bytes")
