using System.Text.Json.Serialization;

namespace NewsWatch.Articles;

/// <summary>Text and metadata of one state of an article.</summary>
public sealed record ArticleContent
{
    /// <summary>Hash of title and text: the revision's id.</summary>
    public required string Hash { get; init; }

    /// <summary>The article's own title, plain text.</summary>
    public required string Title { get; init; }

    /// <summary>Body, one block a line; no title in front.</summary>
    public required string Text { get; init; }

    /// <summary>When it was read.</summary>
    public required DateTimeOffset ReadAt { get; init; }

    /// <summary>Where the text is from.</summary>
    public required TextOrigin Origin { get; init; }

    /// <summary>BCP 47 primary language in lower case; null where unknown.</summary>
    public string? Language { get; init; }

    /// <summary>Authors, in the page's order.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>Publication; null where neither page nor feed gives one.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>Last modification; null where the page gives none.</summary>
    public DateTimeOffset? Modified { get; init; }

    /// <summary>Name of the site; null where unknown.</summary>
    public string? Site { get; init; }

    /// <summary>Section of the site; null where unknown.</summary>
    public string? Section { get; init; }

    /// <summary>News agency whose copy this is, as its credit says; null where none is credited.</summary>
    public string? Agency { get; init; }

    /// <summary>Signature that near-identical texts share much of; null for a text too short to compare.</summary>
    public string? Signature { get; init; }

    /// <summary>Blob of the page as fetched, null where only the feed's text was read.</summary>
    public string? Page { get; init; }
}

/// <summary>Where an article's text is from.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TextOrigin>))]
public enum TextOrigin
{
    /// <summary>The article's page.</summary>
    [JsonStringEnumMemberName("page")] Page,

    /// <summary>The feed's own summary or content: the page could not be had.</summary>
    [JsonStringEnumMemberName("feed")] Feed,
}
