"""The loop of every adapter: pages from standard input, extractions to standard output, a line of JSON each.

What an extractor prints itself goes to standard error, so that it never garbles an answer.
"""

import base64
import json
import os
import sys
from importlib.metadata import version


def serve(distribution, extract, wants="html"):
    """Answers page after page with what `extract(page, options)` returns.

    `distribution` is the name of the package whose version is measured. A page has `html`, or with `wants="bytes"`
    `bytes` and where it is known `content_type`; and `url` or None. Options are those of the catalogue. Fields that are
    None or empty lists are left out; without text, HTML or Markdown the page is taken for one without an article.
    """
    options = json.loads(sys.argv[1]) if len(sys.argv) > 1 else {}
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)

    def say(line):
        answers.write(json.dumps(line) + "\n")
        answers.flush()

    say({"assay": 1, "version": version(distribution), "accepts": ["html"], "wants": wants})
    for line in sys.stdin:
        request = json.loads(line)
        try:
            page = page_of(request)
            say({"id": request["id"], **filled(extract(page, options) if has_content(page) else None)})
        except Exception as error:
            say({"id": request["id"], "error": f"{type(error).__name__}: {' '.join(str(error).split())}"[:500]})


def has_content(page):
    """Whether there is anything on a page: in an empty one nobody finds an article, but some throw."""
    return bool((page["bytes"] if "bytes" in page else page["html"]).strip())


def iso(moment):
    """A datetime as it is written in answers; None stays None, a text stays one."""
    return moment.isoformat() if hasattr(moment, "isoformat") else moment or None


def page_of(request):
    page = {"url": request.get("url"), "content_type": request.get("contentType")}
    if "bytes" in request:
        return {**page, "bytes": base64.b64decode(request["bytes"])}
    return {**page, "html": request["html"]}


def filled(extraction):
    fields = {name: value for name, value in (extraction or {}).items() if value not in (None, [])}
    return fields if {"text", "html", "markdown"} & fields.keys() else {**fields, "text": ""}
