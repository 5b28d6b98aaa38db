package main

import (
	"io"
	"net/url"

	"github.com/go-shiori/dom"
	"github.com/markusmobius/go-domdistiller"
)

// goDomDistiller is Go-DomDistiller without looking for further pages of an article, which nobody fetches here.
//
// The set-up of article-extraction-benchmark differs in that it hands over UTF-8, not the bytes to be decoded.
var goDomDistiller = extractor{
	module: "github.com/markusmobius/go-domdistiller",
	extract: func(input io.Reader, address *url.URL, _ options) (extraction, error) {
		result, err := distiller.ApplyForReader(input, &distiller.Options{
			OriginalURL:    address,
			SkipPagination: true,
		})
		if err != nil {
			return extraction{}, err
		}
		about := result.MarkupInfo
		authors := about.Article.Authors
		if len(authors) == 0 {
			authors = oneAuthor(about.Author)
		}
		return extraction{
			Text:      &result.Text,
			HTML:      new(dom.OuterHTML(result.Node)),
			Title:     result.Title,
			Authors:   authors,
			Published: about.Article.PublishedTime,
			Publisher: about.Publisher,
		}, nil
	},
}
