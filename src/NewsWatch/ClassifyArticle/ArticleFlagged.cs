namespace NewsWatch.ClassifyArticle;

/// <summary>An article reports or mentions agreements, or an analyst changed what it is held to report.</summary>
/// <param name="Article">Id of the article.</param>
/// <param name="Revision">Hash of the classified content.</param>
public sealed record ArticleFlagged(string Article, string Revision);
