"""html-to-markdown: the whole page, without the head of YAML that it would write above it.

With the option `preprocessing`, one of its presets, it first drops navigation, forms and what else the preset names.
"""

from html_to_markdown import ConversionOptions, PreprocessingOptions, PreprocessingPreset, convert
from serve_pages import serve


def extract(page, options):
    settings = {"extract_metadata": False}
    if "preprocessing" in options:
        preset = getattr(PreprocessingPreset, options["preprocessing"].upper())
        settings["preprocessing"] = PreprocessingOptions(enabled=True, preset=preset)
    return {"markdown": convert(page["html"], ConversionOptions(**settings)).content}


serve("html-to-markdown", extract)
