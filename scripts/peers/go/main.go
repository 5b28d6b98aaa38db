// Runs one article extractor written in Go over page after page: one JSON object a line in, one a line out, as
// README.md says of `jsonl`. The first argument says which extractor, a second one its options, in JSON.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"net/url"
	"os"
	"runtime/debug"
	"slices"
	"strings"
)

// page is a request: with `wants: bytes` the page as it came.
type page struct {
	ID    string `json:"id"`
	URL   string `json:"url"`
	Bytes []byte `json:"bytes"`
}

// extraction is an answer. Only what an extractor says for itself is filled in.
type extraction struct {
	ID        string   `json:"id"`
	Error     string   `json:"error,omitempty"`
	Text      *string  `json:"text,omitempty"`
	HTML      *string  `json:"html,omitempty"`
	Title     string   `json:"title,omitempty"`
	Authors   []string `json:"authors,omitempty"`
	Published string   `json:"published,omitempty"`
	Publisher string   `json:"publisher,omitempty"`
	Language  string   `json:"language,omitempty"`
}

// extractor is a library: the module that its version is stated of, and its call. The address is nil where it is
// not known.
type extractor struct {
	module  string
	extract func(input io.Reader, address *url.URL, chosen options) (extraction, error)
}

// options of all extractors; each refuses none, as the catalogue gives only those that it knows.
type options struct {
	Focus string `json:"focus"`
}

var extractors = map[string]extractor{
	"go-trafilatura":         goTrafilatura,
	"go-readability":         goReadability,
	"go-readability-readeck": goReadabilityReadeck,
	"go-domdistiller":        goDomDistiller,
}

func main() {
	if err := run(os.Args[1:], os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
}

func run(arguments []string, input io.Reader, output io.Writer) error {
	known := slices.Sorted(maps.Keys(extractors))
	if len(arguments) == 0 || len(arguments) > 2 {
		return fmt.Errorf("expected one extractor of %s, and options in JSON or none", strings.Join(known, ", "))
	}
	name := arguments[0]
	library, found := extractors[name]
	if !found {
		return fmt.Errorf("unknown extractor %q; expected one of %s", name, strings.Join(known, ", "))
	}
	var chosen options
	if len(arguments) == 2 {
		decoder := json.NewDecoder(strings.NewReader(arguments[1]))
		decoder.DisallowUnknownFields()
		if err := decoder.Decode(&chosen); err != nil {
			return fmt.Errorf("options: %w", err)
		}
	}
	answers := json.NewEncoder(output)
	greeting := map[string]any{
		"assay": 1, "name": name, "version": moduleVersion(library.module),
		"accepts": []string{"html"}, "wants": "bytes",
	}
	if err := answers.Encode(greeting); err != nil {
		return err
	}
	extract := func(request page) (extraction, error) {
		return library.extract(bytes.NewReader(request.Bytes), address(request.URL), chosen)
	}
	return answerAll(extract, bufio.NewReader(input), answers)
}

type extracting = func(request page) (extraction, error)

func answerAll(extract extracting, requests *bufio.Reader, answers *json.Encoder) error {
	for {
		line, err := requests.ReadBytes('\n')
		if len(line) > 0 {
			var request page
			if err := json.Unmarshal(line, &request); err != nil {
				return fmt.Errorf("a request is no page: %w", err)
			}
			if err := answers.Encode(answer(extract, request)); err != nil {
				return err
			}
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// answer turns an error and a panic of the extractor into its failure on this page.
func answer(extract extracting, request page) (result extraction) {
	defer func() {
		if fault := recover(); fault != nil {
			result = extraction{Error: fmt.Sprintf("panic: %v", fault)}
		}
		result.ID = request.ID
	}()
	result, err := extract(request)
	if err != nil {
		return extraction{Error: err.Error()}
	}
	return result
}

func address(text string) *url.URL {
	parsed, err := url.Parse(text)
	if text == "" || err != nil {
		return nil
	}
	return parsed
}

// moduleVersion is the version of a module that this program was built with.
func moduleVersion(module string) string {
	if info, found := debug.ReadBuildInfo(); found {
		for _, dependency := range info.Deps {
			if dependency.Path == module {
				return strings.TrimPrefix(dependency.Version, "v")
			}
		}
	}
	return "unstated"
}

// oneAuthor lists a byline that the extractor does not take apart.
func oneAuthor(byline string) []string {
	if byline == "" {
		return nil
	}
	return []string{byline}
}
