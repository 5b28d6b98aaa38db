package main

import (
	"io"
	"net/url"
	"strings"
	"time"

	"codeberg.org/readeck/go-readability/v2"
)

// goReadabilityReadeck is the fork of go-readability that Readeck keeps up, as its README calls it. Its text is
// rendered: blocks stand in lines of their own.
//
// article-extraction-benchmark measured a version before 2, whose text ran blocks together.
var goReadabilityReadeck = extractor{
	module: "codeberg.org/readeck/go-readability/v2",
	extract: func(input io.Reader, address *url.URL, _ options) (extraction, error) {
		article, err := readability.FromReader(input, address)
		if err != nil {
			return extraction{}, err
		}
		result := extraction{
			Text:      new(""),
			Title:     article.Title(),
			Authors:   oneAuthor(article.Byline()),
			Publisher: article.SiteName(),
			Language:  article.Language(),
		}
		if published, err := article.PublishedTime(); err == nil {
			result.Published = published.Format(time.RFC3339)
		}
		if article.Node == nil {
			return result, nil
		}
		result.Text, err = rendered(article.RenderText)
		if err != nil {
			return extraction{}, err
		}
		result.HTML, err = rendered(article.RenderHTML)
		return result, err
	},
}

func rendered(render func(io.Writer) error) (*string, error) {
	var text strings.Builder
	err := render(&text)
	return new(text.String()), err
}
