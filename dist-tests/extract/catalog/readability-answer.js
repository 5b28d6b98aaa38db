/** What Readability found, as an answer, on whichever DOM it ran. */
export function readabilityAnswer(article) {
    if (article === null)
        return null;
    return {
        html: article.content,
        text: article.textContent,
        title: article.title,
        // Readability does not take a byline apart, so neither is that done for it.
        authors: article.byline ? [article.byline] : null,
        published: article.publishedTime,
        publisher: article.siteName,
        language: article.lang,
    };
}
