namespace NewsWatch.ExtractArticle;

/// <summary>The page's server or the network failed; thrown so that the message is delivered again later.</summary>
public sealed class PageUnavailableException(string message) : Exception(message);
