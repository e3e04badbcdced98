/** Names each article once, its number left out where it is that of the one before: "30(2)(a) · (c) · 44 · 46". */
export function shortenArticles(articles: readonly string[]): string {
  const cited = [...new Set(articles.flatMap((article) => article.split(", ")))];
  return cited
    .map((article, index) => {
      const [number, point] = splitArticle(article);
      const [before] = splitArticle(cited[index - 1] ?? "");
      return point !== "" && number === before ? point : article;
    })
    .join(" · ");
}

/** Splits "30(2)(a)" into its number and its point; an article without a point has "". */
function splitArticle(article: string): [number: string, point: string] {
  const at = article.search(/\([a-z]\)$/);
  return at < 0 ? [article, ""] : [article.slice(0, at), article.slice(at)];
}
