using NewsWatch.Storage;
using NewsWatch.TrackAgreement;

namespace NewsWatch.VerifyStore;

/// <summary>Whether an article is what its id says, counted in its own state, proven, and not left lying on its way.</summary>
internal sealed class ArticleCheck(Journal journal, IQueues queues, TimeProvider time)
{
    /// <summary>Checks one article beside all others.</summary>
    public IEnumerable<Finding> Check(Article article, StoreSurvey survey, KnownAgreements known) =>
    [
        .. Identity(article, survey),
        .. Counting(article, survey.Articles[article.Id].Told),
        .. Proof(article),
        .. Way(article, survey.Articles[article.Id].IsFiled, survey.Idle, known),
    ];

    /// <summary>What was sent for an article and never answered.</summary>
    /// <param name="article">The article.</param>
    /// <param name="isFiled">True where it stands in the ledger.</param>
    /// <param name="idle">Queues that hold no message of it.</param>
    /// <param name="known">The agreements known beforehand.</param>
    public IEnumerable<Finding> Way(Article article, bool isFiled, IReadOnlySet<string> idle, KnownAgreements known)
    {
        if (article.State == ArticleState.Pending && idle.Contains(Pipeline.ExtractArticle) && idle.Contains(Pipeline.ClassifyArticle))
            yield return Of(article, "is under way with no message left in any queue", "its message, sent again", stop => SendAsync(article, stop));
        else if (IsRead(article) && article.Content is { } content && article.Classification?.Revision != content.Hash
            && idle.Contains(Pipeline.ClassifyArticle))
            yield return Of(article, "has a text that nobody has looked for agreements in", "its message, sent again", stop => SendAsync(article, stop));
        else if (article.State == ArticleState.Flagged && !isFiled && idle.Contains(Pipeline.TrackAgreement)
            && ArticleFiling.Of(article, known, time.GetUtcNow()).ByPage.Count > 0)
            yield return Of(article, "reports an agreement and is not in the ledger", "its message, sent again", stop => queues.SendJsonAsync(
                Pipeline.TrackAgreement, new(article.Id, article.Content?.Hash ?? ""), NewsWatchJson.Default.ArticleFlagged, stop));
    }

    private static IEnumerable<Finding> Identity(Article article, StoreSurvey survey)
    {
        if (!article.SharesAddress && article.Id != ArticleId.Of(article.Address))
            yield return Of(article, $"has the id of another address than {article.Address}");
        if ((article.State == ArticleState.Duplicate) != (article.DuplicateOf is not null))
            yield return Of(article, article.DuplicateOf is null ? "repeats an article that is not named" : $"repeats article {article.DuplicateOf} and counts on its own");
        if (article.DuplicateOf == article.Id)
            yield return Of(article, "repeats itself");
        if (article.DuplicateOf is { } original && !survey.Holds(original))
            yield return Of(article, $"repeats article {original}, which is not stored");
        foreach (var agreement in article.FiledUnder.Where(agreement => !survey.Dossiers.Contains(agreement)))
            yield return Of(article, $"is filed under {agreement}, which is not in the ledger");
    }

    private IEnumerable<Finding> Counting(Article article, ArticleState? told)
    {
        var mention = article.Mentions[0];
        if (told is null)
            yield return Of(article, "is stored and not counted as found", "a line in the journal", stop => journal.AppendAsync(
                new(JournalKind.Found, article.FoundAt, article.Id, mention.Title, article.Address) { Published = mention.Published, Site = mention.FeedTitle },
                stop));
        var counted = told ?? ArticleState.Pending;
        if (article.State != counted && article.State != ArticleState.Pending)
            yield return Of(article, $"is {WireName.Of(article.State)} and counted as {WireName.Of(counted)}", "a line in the journal", stop
                => journal.AppendAsync(JournalEntry.OfOutcome(article, time.GetUtcNow()), stop));
    }

    private static IEnumerable<Finding> Proof(Article article)
    {
        if (article.Classification is not { } verdict)
            yield break;
        if (verdict.Flagged && verdict.Agreements.Count == 0)
            yield return Of(article, "reports an agreement and names none");
        foreach (var agreement in verdict.Agreements)
            if (agreement.Evidence.Count == 0)
                yield return Of(article, $"says {agreement.Name} without a sentence that proves it");
            else if (article.Content is { } content && verdict.Revision == content.Hash && agreement.Evidence.Any(stretch => !LiesIn(stretch, content)))
                yield return Of(article, $"has proof of {agreement.Name} that lies outside its text");
    }

    private static bool LiesIn(Evidence stretch, ArticleContent content)
        => stretch.Start >= 0 && stretch.Start < stretch.End && stretch.End <= (stretch.InTitle ? content.Title : content.Text).Length;

    private static bool IsRead(Article article) => article.State is ArticleState.Flagged or ArticleState.Mentions or ArticleState.NotFlagged;

    private Task SendAsync(Article article, CancellationToken cancellation)
        => article.Content is { } content
            ? queues.SendJsonAsync(Pipeline.ClassifyArticle, new(article.Id, content.Hash), NewsWatchJson.Default.ArticleExtracted, cancellation)
            : queues.SendJsonAsync(Pipeline.ExtractArticle, new(article.Id, article.Mentions[0].Fingerprint), NewsWatchJson.Default.ArticleFound, cancellation);

    private static Finding Of(Article article, string what, string? how = null, Func<CancellationToken, Task>? mend = null)
        => new($"article {article.Id}", what, how, mend);
}
