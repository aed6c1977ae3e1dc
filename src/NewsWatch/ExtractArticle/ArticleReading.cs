namespace NewsWatch.ExtractArticle;

/// <summary>How an article takes in what was read for it. Pure, so that a store may apply it again when another writer came between.</summary>
/// <param name="Content">What was read, from the page or the feed.</param>
/// <param name="Problem">Why it is from the feed; null where it is from the page.</param>
/// <param name="ReadFor">Fingerprints of the mentions known when the reading began.</param>
/// <param name="MaxRevisions">Most earlier contents to keep.</param>
internal sealed record ArticleReading(
    ArticleContent Content, PageProblem? Problem, IReadOnlyList<string> ReadFor, int MaxRevisions)
{
    /// <summary>Story the content belongs to; null where it stands alone.</summary>
    public string? Story { get; init; }

    /// <summary>
    /// The article with this reading. A page once read is never replaced by the feed's text; a changed text moves the one before to the
    /// revisions; an article that had failed is under way again.
    /// </summary>
    public Article ApplyTo(Article article)
    {
        var read = article with
        {
            ReadFor = StillCurrent(article),
            State = article.State == ArticleState.Failed ? ArticleState.Pending : article.State,
            Story = article.Story ?? Story,
        };
        if (article.Content is { Origin: TextOrigin.Page } && Content.Origin == TextOrigin.Feed)
            return read with { Reason = null };
        read = read with { Problem = Problem, Reason = Problem?.Reason };
        if (article.Content is not { } before)
            return read with { Content = Content };
        return before.Hash == Content.Hash && before.Origin == Content.Origin
            ? read
            : read with { Content = Content, Revisions = Trim([.. article.Revisions, before]) };
    }

    /// <summary>This reading's fingerprints, and those another writer added that a mention still has.</summary>
    private string[] StillCurrent(Article article)
        => [.. ReadFor.Union(article.ReadFor.Intersect(article.Mentions.Select(mention => mention.Fingerprint), StringComparer.Ordinal))];

    private IReadOnlyList<ArticleContent> Trim(IReadOnlyList<ArticleContent> revisions)
        => revisions.Count <= MaxRevisions ? revisions : [revisions[0], .. revisions.Skip(revisions.Count - MaxRevisions + 1)];
}
