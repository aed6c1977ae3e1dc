using NewsWatch.Review.Accuracy;
using NewsWatch.TrackAgreement;
using NewsWatch.TrackAgreement.Sources;

namespace NewsWatch.Review.Search;

/// <summary>An article as the index has it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Story">What its reprints share with it.</param>
/// <param name="Claim">What reports of the same share; null for what reports nothing.</param>
/// <param name="Published">Publication, else when it was found.</param>
/// <param name="Found">When it was found.</param>
/// <param name="Facets">What it is chosen by.</param>
/// <param name="Title">Its title.</param>
/// <param name="Text">Its text, as far as it is searched.</param>
/// <param name="Shown">What lists show.</param>
internal sealed record IndexedArticle(
    string Id, string Story, string? Claim, DateTimeOffset Published, DateTimeOffset Found, Facets Facets, string Title, string Text, ShownArticle Shown)
{
    /// <summary>Changed where the same article is indexed otherwise, so that indexes of before are built again.</summary>
    public const string Rules = "2";

    /// <summary>A document may be a book: beyond this many UTF-16 code units it is not searched.</summary>
    private const int LongestText = 60_000;

    // A feed may date an entry ahead, by mistake or for embargo: such an entry is not for ever the newest.
    private static readonly TimeSpan MostAhead = TimeSpan.FromDays(2);

    /// <summary>Its agreements that an analyst decided on.</summary>
    public IReadOnlyList<DecidedReading> Readings { get; init; } = [];

    /// <summary>Reads an article.</summary>
    public static IndexedArticle Of(Article article)
    {
        var decided = AgreementDecisions.Of(article);
        Claim[] claims = [.. decided.Where(one => one.Verdict != Verdict.Dismissed).Select(one => ClaimOf(one.Corrected ?? one.Found))];
        if (claims.Length == 0)
            claims = [.. decided.Select(one => ClaimOf(one.Found))];
        var published = article.Content?.Published ?? article.Mentions[0].Published;
        var text = article.Content?.Text ?? string.Join('\n', article.Mentions.Select(mention => mention.Summary));
        return new(
            article.Id,
            article.DuplicateOf ?? article.Story ?? article.Id,
            article.State == ArticleState.Flagged && claims is [var first, ..] ? KeyOf(first) : null,
            published is { } date && date <= article.FoundAt + MostAhead ? date : article.FoundAt,
            article.FoundAt,
            FacetsOf(article, decided, claims),
            TitleOf(article),
            text.Length > LongestText ? text[..LongestText] : text,
            Show(article, decided))
        {
            Readings = DecidedReading.Of(article),
        };
    }

    private static string TitleOf(Article article) => new[] { article.Content?.Title, article.Mentions[0].Title, article.Address.ToString() }
        .First(title => !string.IsNullOrWhiteSpace(title))!;

    private static Claim ClaimOf(FoundAgreement found) => new(found.Type, found.Parties, found.Stage)
    {
        Background = found.Background,
        Denies = found.Denies,
    };

    private static string KeyOf(Claim claim)
        => $"{WireName.Of(claim.Type)} {string.Join(' ', claim.Parties.Order(StringComparer.Ordinal))} {WireName.Of(claim.Stage)} {claim.Denies}";

    private static Facets FacetsOf(Article article, IReadOnlyList<DecidedAgreement> decided, IReadOnlyList<Claim> claims)
    {
        var standing = article.Decisions.Where(decision => decision.TakenBack is null).ToList();
        var news = decided.Where(one => !one.Found.Background).ToList();
        var isDecided = standing.Count > 0 && news.TrueForAll(one => one.Verdict is not null);
        return new(
            article.State,
            SourceJudge.RankOf(article.Address, claims.SelectMany(claim => claim.Parties), article.DuplicateOf is not null || IsReprint(article)),
            article.Content?.Language,
            [.. article.Mentions.Select(mention => mention.Feed).Distinct(StringComparer.Ordinal)],
            article.Content?.Site ?? article.Mentions[0].FeedTitle)
        {
            Borderline = article.IsBorderline,
            Decided = isDecided,
            Verdict = standing.Count == 0 ? null
                : decided.Any(one => one.Verdict == Verdict.Confirmed) || standing[^1].Verdict == Verdict.Confirmed ? Verdict.Confirmed
                : Verdict.Dismissed,
            Claims = claims,
        };
    }

    private static bool IsReprint(Article article) => article.Story is { } story && story != article.Id;

    private static ShownArticle Show(Article article, IReadOnlyList<DecidedAgreement> decided)
    {
        var last = article.Decisions.LastOrDefault(decision => decision.TakenBack is null);
        var (proof, marks) = Proof(article, decided);
        return new()
        {
            Address = article.Address,
            Proof = proof,
            Marks = marks,
            Score = article.Classification?.Score,
            Reason = article.Reason,
            OnSummaryOnly = article.Classification?.OnSummaryOnly == true,
            Revisions = article.Revisions.Count,
            DecidedBy = last?.By,
            DecidedAt = last?.At,
            DecidedWhy = last?.Reason,
        };
    }

    /// <summary>The sentence of the first claim, with the words in it that its rules read.</summary>
    private static (string? Sentence, IReadOnlyList<int[]> Marks) Proof(Article article, IReadOnlyList<DecidedAgreement> decided)
    {
        var verdict = article.Classification;
        if (article.Content is not { } content || decided is not [{ Found: { Evidence: [_, ..] evidence } }, ..]
            || (verdict?.Revision is { } revision && revision != content.Hash))
            return (null, []);
        if (EvidenceSentence.Of(content, evidence) is not [var quote, ..])
            return (null, []);
        var text = quote.InTitle ? content.Title : content.Text;
        var start = text.IndexOf(quote.Text, Math.Max(0, quote.Start - EvidenceSentence.MaxLength), StringComparison.Ordinal);
        if (start < 0)
            return (quote.Text, []);
        int[][] marks =
        [
            .. evidence.Where(one => one.InTitle == quote.InTitle && one.Start >= start && one.End <= start + quote.Text.Length && one.Start < one.End)
                .Where(one => one.End - one.Start < quote.Text.Length - 1)
                .Select(one => new[] { one.Start - start, one.End - start })
                .DistinctBy(mark => (mark[0], mark[1]))
                .OrderBy(mark => mark[0]).ThenBy(mark => mark[1]),
        ];
        return (quote.Text, marks);
    }
}
