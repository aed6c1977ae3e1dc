using NewsWatch.Fetching;

namespace NewsWatch.ExtractArticle.Archive;

/// <summary>What a body is, by its first bytes before its label: servers mislabel.</summary>
internal static class MediaType
{
    private const int SniffedBytes = 1024;

    /// <summary>PDF: readers accept the mark anywhere in the first 1,024 bytes (ISO 32000-1, annex H.3, note 13).</summary>
    public static bool IsPdf(FetchResult.Fetched page)
    {
        var start = page.Body.Span[..Math.Min(SniffedBytes, page.Body.Length)];
        var mark = start.IndexOf("%PDF-"u8);
        return mark == 0 || (mark > 0 && Label(page) is "application/pdf" or "application/x-pdf");
    }

    /// <summary>True for what is markup or does not say what it is; a page must not be a picture, a sound or an archive.</summary>
    public static bool MayBeMarkup(FetchResult.Fetched page) => Label(page) switch
    {
        null or "application/octet-stream" or "text/html" or "text/plain" => true,
        var label => label.EndsWith("xml", StringComparison.Ordinal),
    };

    /// <summary>Media type as labelled, in lower case without parameters; null where there is none.</summary>
    public static string? Label(FetchResult.Fetched page)
    {
        if (!page.Headers.TryGetValue("content-type", out var header))
            return null;
        var label = header.Split(';', 2)[0].Split(',', 2)[0].Trim().ToLowerInvariant();
        return label.Length == 0 ? null : label;
    }
}
