package main

import (
	"io"
	"net/url"
	"time"

	"github.com/go-shiori/go-readability"
)

// goReadability is go-readability as its README calls it: it decodes the bytes and makes HTML and text.
//
// The set-up of article-extraction-benchmark differs in that it gives a made-up address.
var goReadability = extractor{
	module: "github.com/go-shiori/go-readability",
	extract: func(input io.Reader, address *url.URL, _ options) (extraction, error) {
		article, err := readability.FromReader(input, address)
		if err != nil {
			return extraction{}, err
		}
		result := extraction{
			Text:      &article.TextContent,
			HTML:      &article.Content,
			Title:     article.Title,
			Authors:   oneAuthor(article.Byline),
			Publisher: article.SiteName,
			Language:  article.Language,
		}
		if article.PublishedTime != nil {
			result.Published = article.PublishedTime.Format(time.RFC3339)
		}
		return result, nil
	},
}
