namespace NewsWatch.ExtractArticle.Reading.Metadata;

/// <summary>What a page's JSON-LD states about its article; strings as written, entities and tags included.</summary>
internal sealed record JsonLdArticle
{
    /// <summary>schema.org types of everything described, such as <c>NewsArticle</c>.</summary>
    public HashSet<string> Types { get; } = new(StringComparer.OrdinalIgnoreCase);

    public string? Headline { get; set; }

    public string? AlternativeHeadline { get; set; }

    public string? Name { get; set; }

    public string? Body { get; set; }

    public string? Description { get; set; }

    public string? Published { get; set; }

    public string? Modified { get; set; }

    public string? Uploaded { get; set; }

    public string? Section { get; set; }

    public string? Language { get; set; }

    public string? Url { get; set; }

    public string? Publisher { get; set; }

    /// <summary>Name of the <c>WebSite</c>.</summary>
    public string? SiteName { get; set; }

    /// <summary>Names of the <c>BreadcrumbList</c>: sections, and often the article itself as the last.</summary>
    public List<string> Trail { get; } = [];

    /// <summary>False where the page says its text is not free (<c>isAccessibleForFree</c>); null where it says nothing.</summary>
    public bool? Free { get; set; }

    public List<string> Authors { get; } = [];
}
