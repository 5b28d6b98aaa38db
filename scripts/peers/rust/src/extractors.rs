//! The calls of the extractors. Versions are those that Cargo.toml pins; `build.rs` reads them from there.
//!
//! article-extraction-benchmark makes text of the HTML of `dom-smoothie` and `readabilityrs` by html2text, in lines of
//! 80 columns with the targets of links behind it; here their own text counts. It gives an address that is made up;
//! here extractors get that of the page, or none where they can do without.

use std::error::Error;

use crate::{Extraction, Page};

type Extracting = fn(&Page) -> Result<Extraction, Box<dyn Error>>;

pub struct Extractor {
    pub name: &'static str,
    pub version: &'static str,
    pub extract: Extracting,
}

pub const EXTRACTORS: &[Extractor] = &[
    Extractor { name: "dom-smoothie", version: env!("VERSION_dom_smoothie"), extract: dom_smoothie },
    Extractor { name: "rs-trafilatura", version: env!("VERSION_rs_trafilatura"), extract: rs_trafilatura },
    Extractor { name: "llm-readability", version: env!("VERSION_llm_readability"), extract: llm_readability },
    Extractor { name: "readability-rs", version: env!("VERSION_readability"), extract: readability },
    Extractor { name: "readabilityrs", version: env!("VERSION_readabilityrs"), extract: readabilityrs },
    Extractor {
        name: "readable-readability",
        version: env!("VERSION_readable_readability"),
        extract: readable_readability,
    },
    Extractor { name: "boilerpipe-rs", version: env!("VERSION_boilerpipe"), extract: boilerpipe },
    Extractor { name: "trafilatura-rs", version: env!("VERSION_trafilatura"), extract: trafilatura },
    Extractor { name: "libreadability", version: env!("VERSION_libreadability"), extract: libreadability },
    Extractor { name: "justext-rs", version: env!("VERSION_justext"), extract: justext },
    Extractor {
        name: "dom-content-extraction",
        version: env!("VERSION_dom_content_extraction"),
        extract: dom_content_extraction,
    },
];

/// Its text is formatted, as its README has it for text that is read: the default runs the words of blocks together.
fn dom_smoothie(page: &Page) -> Result<Extraction, Box<dyn Error>> {
    let config = dom_smoothie::Config { text_mode: dom_smoothie::TextMode::Formatted, ..Default::default() };
    let url = page.url.as_ref().map(url::Url::as_str);
    let article = match dom_smoothie::Readability::new(page.html.as_str(), url, Some(config))?.parse() {
        Err(dom_smoothie::ReadabilityError::GrabFailed) => return Ok(Extraction::nothing()),
        article => article?,
    };
    Ok(Extraction {
        text: Some(article.text_content.to_string()),
        html: Some(article.content.to_string()),
        title: stated(Some(article.title)),
        authors: stated(article.byline).map(|byline| vec![byline]),
        published: stated(article.published_time),
        publisher: stated(article.site_name),
        language: stated(article.lang),
    })
}

/// It gets text, as its README has it first: what it finds out from bytes leaves out what the server said of them. Of
/// several authors it returns what it found, joined by semicolons as in Trafilatura.
fn rs_trafilatura(page: &Page) -> Result<Extraction, Box<dyn Error>> {
    let options = rs_trafilatura::Options { url: page.url.as_ref().map(url::Url::to_string), ..Default::default() };
    let result = rs_trafilatura::extract_with_options(&page.html, &options)?;
    let about = result.metadata;
    Ok(Extraction {
        text: Some(result.content_text),
        html: stated(result.content_html),
        title: stated(about.title),
        authors: stated(about.author).map(|authors| authors.split("; ").map(str::to_owned).collect()),
        published: about.date.map(|date| date.to_rfc3339()),
        publisher: stated(about.sitename),
        language: stated(about.language),
    })
}

/// Its HTML is a document of its own, whose title is that of the page.
fn llm_readability(page: &Page) -> Result<Extraction, Box<dyn Error>> {
    let product = llm_readability::extractor::extract(&mut page.html.as_bytes(), &base(page))?;
    Ok(Extraction { text: Some(product.text), html: Some(product.content), ..Default::default() })
}

fn readability(page: &Page) -> Result<Extraction, Box<dyn Error>> {
    let product = readability::extractor::extract(&mut page.html.as_bytes(), &base(page))?;
    Ok(Extraction {
        text: Some(product.text),
        html: Some(product.content),
        title: stated(Some(product.title)),
        ..Default::default()
    })
}

fn readabilityrs(page: &Page) -> Result<Extraction, Box<dyn Error>> {
    let url = page.url.as_ref().map(url::Url::as_str);
    let Some(article) = readabilityrs::Readability::new(&page.html, url, None)?.parse() else {
        return Ok(Extraction::nothing());
    };
    Ok(Extraction {
        text: article.text_content,
        html: article.content,
        title: stated(article.title),
        authors: stated(article.byline).map(|byline| vec![byline]),
        published: stated(article.published_time),
        publisher: stated(article.site_name),
        language: stated(article.lang),
    })
}

fn readable_readability(page: &Page) -> Result<Extraction, Box<dyn Error>> {
    let (node, about) = readable_readability::Readability::new().base_url(page.url.clone()).parse(&page.html);
    Ok(Extraction {
        text: Some(node.text_contents()),
        html: Some(node.to_string()),
        title: stated(about.article_title),
        authors: stated(about.byline).map(|byline| vec![byline]),
        ..Default::default()
    })
}

fn boilerpipe(page: &Page) -> Result<Extraction, Box<dyn Error>> {
    let document = boilerpipe::parse_document(&page.html);
    Ok(Extraction { text: Some(document.content().to_string()), ..Default::default() })
}

/// With its fallback, as its README has it and the library runs that it is a port of. Of several authors it returns what it
/// found, joined by semicolons as in Trafilatura.
fn trafilatura(page: &Page) -> Result<Extraction, Box<dyn Error>> {
    let mut options = trafilatura::Options::default().with_fallback(true);
    options.original_url = page.url.clone();
    let result = match trafilatura::extract(&page.html, &options) {
        Err(trafilatura::TrafilaturaError::InsufficientContent { .. }) => return Ok(Extraction::nothing()),
        result => result?,
    };
    let about = result.metadata;
    Ok(Extraction {
        text: Some(result.content_text),
        html: stated(Some(result.content_html)),
        title: stated(Some(about.title)),
        authors: stated(Some(about.author)).map(|authors| authors.split("; ").map(str::to_owned).collect()),
        published: about.date.map(|date| date.to_string()),
        publisher: stated(Some(about.sitename)),
        language: stated(Some(about.language)),
    })
}

fn libreadability(page: &Page) -> Result<Extraction, Box<dyn Error>> {
    let url = page.url.as_ref().map(url::Url::as_str);
    let article = match libreadability::extract(&page.html, url) {
        Err(libreadability::Error::NotReadable | libreadability::Error::NoContent) => return Ok(Extraction::nothing()),
        article => article?,
    };
    Ok(Extraction {
        text: Some(article.text_content),
        html: stated(Some(article.content)),
        title: stated(Some(article.title)),
        authors: stated(Some(article.byline)).map(|byline| vec![byline]),
        published: stated(Some(article.published_time)),
        publisher: stated(Some(article.site_name)),
        language: stated(Some(article.language)),
    })
}

/// Stop words are those of English whatever the language of the page, as for the original.
fn justext(page: &Page) -> Result<Extraction, Box<dyn Error>> {
    let text = justext::extract_text_lang(&page.html, "English", &justext::Config::default())?;
    Ok(Extraction { text: Some(text), ..Default::default() })
}

/// The way to articles that its README has; its older one takes what stands before them as well.
fn dom_content_extraction(page: &Page) -> Result<Extraction, Box<dyn Error>> {
    let document = dom_content_extraction::scraper::Html::parse_document(&page.html);
    Ok(Extraction { text: Some(dom_content_extraction::get_article(&document)?), ..Default::default() })
}

/// For those that cannot do without an address: it is only put before relative links.
fn base(page: &Page) -> url::Url {
    page.url.clone().unwrap_or_else(|| "https://page.invalid/".parse().expect("a URL"))
}

/// A field that is there.
fn stated(field: Option<String>) -> Option<String> {
    field.filter(|text| !text.trim().is_empty())
}
