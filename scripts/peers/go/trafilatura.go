package main

import (
	"fmt"
	"io"
	"net/url"
	"strings"
	"time"

	"github.com/go-shiori/dom"
	"github.com/markusmobius/go-trafilatura"
)

var focuses = map[string]trafilatura.ExtractionFocus{
	"":          trafilatura.Balanced,
	"precision": trafilatura.FavorPrecision,
	"recall":    trafilatura.FavorRecall,
}

// What go-trafilatura says where it finds less than it takes for an article: nothing extracted rather than a failure.
const nothingFound = "text and comments are not long enough"

// goTrafilatura is go-trafilatura as its command line runs it, with the other two extractors to fall back on.
//
// The set-up of article-extraction-benchmark differs in that it hands over UTF-8, not the bytes to be decoded, and
// no address. Comments come out by themselves, so the text is that of the article either way.
var goTrafilatura = extractor{
	module: "github.com/markusmobius/go-trafilatura",
	extract: func(input io.Reader, address *url.URL, chosen options) (extraction, error) {
		focus, found := focuses[chosen.Focus]
		if !found {
			return extraction{}, fmt.Errorf("focus: found %q; expected precision or recall", chosen.Focus)
		}
		result, err := trafilatura.Extract(input, trafilatura.Options{
			EnableFallback: true,
			Focus:          focus,
			OriginalURL:    address,
		})
		if err != nil && strings.HasPrefix(err.Error(), nothingFound) {
			return extraction{Text: new("")}, nil
		}
		if err != nil {
			return extraction{}, err
		}
		about := result.Metadata
		return extraction{
			Text:      &result.ContentText,
			HTML:      new(dom.OuterHTML(result.ContentNode)),
			Title:     about.Title,
			Authors:   severalAuthors(about.Author),
			Published: day(about.Date),
			Publisher: about.Sitename,
			Language:  about.Language,
		}, nil
	},
}

// severalAuthors takes apart what go-trafilatura itself joins by semicolons.
func severalAuthors(joined string) []string {
	if joined == "" {
		return nil
	}
	return strings.Split(joined, "; ")
}

// day is all that go-trafilatura looks for of a date.
func day(date time.Time) string {
	if date.IsZero() {
		return ""
	}
	return date.Format(time.DateOnly)
}
