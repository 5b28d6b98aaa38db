//! Runs one article extractor written in Rust over page after page: one JSON object a line in, one a line out, as
//! harness/README.md says of `protocol: jsonl`. The argument says which extractor.

mod extractors;

use std::io::{self, BufRead, Write};
use std::panic::{self, AssertUnwindSafe};
use std::process::ExitCode;

use serde::{Deserialize, Serialize};

use extractors::{EXTRACTORS, Extractor};

#[derive(Deserialize)]
struct Request {
    id: String,
    url: Option<String>,
    html: String,
}

/// A page as an extractor gets it, decoded as a browser does.
pub struct Page {
    pub url: Option<url::Url>,
    pub html: String,
}

/// An answer. Only what an extractor says for itself is filled in.
#[derive(Default, Serialize)]
pub struct Extraction {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub html: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub authors: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
}

impl Extraction {
    /// What says that the page has nothing to extract.
    pub fn nothing() -> Self {
        Extraction { text: Some(String::new()), ..Default::default() }
    }
}

#[derive(Serialize)]
#[serde(untagged)]
enum Answer {
    Extracted {
        id: String,
        #[serde(flatten)]
        extraction: Extraction,
    },
    Failed {
        id: String,
        error: String,
    },
}

#[derive(Serialize)]
struct Greeting<'a> {
    assay: u8,
    name: &'a str,
    version: &'a str,
    accepts: [&'a str; 1],
    wants: &'a str,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [name] = arguments.as_slice() else { return refuse("expected one extractor") };
    let Some(extractor) = EXTRACTORS.iter().find(|extractor| extractor.name == name) else {
        return refuse(&format!("unknown extractor {name:?}"));
    };
    match answer_all(extractor) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

fn refuse(fault: &str) -> ExitCode {
    let known: Vec<&str> = EXTRACTORS.iter().map(|extractor| extractor.name).collect();
    eprintln!("{fault}; expected one of {}", known.join(", "));
    ExitCode::from(2)
}

fn answer_all(extractor: &Extractor) -> io::Result<()> {
    let mut output = io::stdout().lock();
    let Extractor { name, version, .. } = extractor;
    write_line(&mut output, &Greeting { assay: 1, name, version, accepts: ["html"], wants: "html" })?;
    for line in io::stdin().lock().lines() {
        let request: Request = serde_json::from_str(&line?)?;
        write_line(&mut output, &answer(extractor, request))?;
    }
    Ok(())
}

fn write_line(output: &mut impl Write, value: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer(&mut *output, value)?;
    output.write_all(b"\n")?;
    output.flush()
}

/// Turns an error and a panic of the extractor into its failure on this page.
fn answer(extractor: &Extractor, request: Request) -> Answer {
    let Request { id, url, html } = request;
    let page = Page { url: url.and_then(|text| text.parse().ok()), html };
    match panic::catch_unwind(AssertUnwindSafe(|| (extractor.extract)(&page))) {
        Ok(Ok(extraction)) => Answer::Extracted { id, extraction },
        Ok(Err(error)) => Answer::Failed { id, error: error.to_string() },
        Err(panic) => Answer::Failed { id, error: format!("panic: {}", message(panic.as_ref())) },
    }
}

fn message(panic: &(dyn std::any::Any + Send)) -> &str {
    panic
        .downcast_ref::<&str>()
        .copied()
        .or_else(|| panic.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("without a message")
}
