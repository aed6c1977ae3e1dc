namespace NewsWatch.ExtractArticle;

/// <summary>An article's text is stored and differs from what was classified before.</summary>
/// <param name="Article">Id of the article.</param>
/// <param name="Revision">Hash of the content to classify.</param>
public sealed record ArticleExtracted(string Article, string Revision);
