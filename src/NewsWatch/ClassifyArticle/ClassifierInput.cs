namespace NewsWatch.ClassifyArticle;

/// <summary>What the classifier reads.</summary>
/// <param name="Title">The article's title, plain text; may be empty.</param>
/// <param name="Text">Its body. It may repeat the title at its start, which is then read once.</param>
public sealed record ClassifierInput(string Title, string Text)
{
    /// <summary>BCP 47 language as the article declares it; null where unknown. What the text itself shows is read besides.</summary>
    public string? Language { get; init; }

    /// <summary>When the article was published, for dates such as "on Monday"; null where unknown.</summary>
    public DateTimeOffset? Published { get; init; }
}
