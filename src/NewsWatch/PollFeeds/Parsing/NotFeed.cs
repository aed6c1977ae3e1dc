namespace NewsWatch.PollFeeds.Parsing;

/// <summary>Recognises from its first characters what is no feed, before anything is spent on it.</summary>
internal static class NotFeed
{
    /// <summary>One line; null where it may be a feed.</summary>
    public static string? Reason(ReadOnlySpan<char> text) =>
        text.IsEmpty ? "the body is empty" :
        text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<html", StringComparison.OrdinalIgnoreCase) ? "it is a web page" :
        text.StartsWith("%PDF-") ? "it is a PDF" :
        !text.Contains('<') ? "there is no element in it" : null;
}
