using System.Text.Json;
using NewsWatch.ExtractArticle.Agencies;
using NewsWatch.Storage;

namespace NewsWatch.TrackAgreement;

/// <summary>
/// What an article has to be filed under: the classifier's reading, or the analyst's where the last decision gives another. Pure.
/// </summary>
/// <param name="Article">Id of the article.</param>
/// <param name="ByAgreement">Entries by the id that type and parties give, the newsworthy one first.</param>
/// <param name="Fingerprint">Hash of everything the filing rests on: another one, and the article has to be filed anew.</param>
internal sealed record ArticleFiling(string Article, ILookup<string, DossierEntry> ByAgreement, string Fingerprint)
{
    // A feed may date an entry ahead, by mistake or for embargo; beyond this the day it was found is taken.
    private static readonly TimeSpan MostAhead = TimeSpan.FromDays(2);

    public static ArticleFiling Of(Article article, DateTimeOffset now)
    {
        var entries = Entries(article, now).Where(entry => entry.Parties.Count >= 2);
        return new(article.Id, entries.ToLookup(entry => AgreementId.Of(entry.Type, entry.Parties)), FingerprintOf(article));
    }

    private static IEnumerable<DossierEntry> Entries(Article article, DateTimeOffset now)
    {
        var verdict = article.Classification;
        var found = verdict?.Agreements ?? [];
        var decision = article.Decisions.Count > 0 ? article.Decisions[^1] : null;
        var word = decision is null ? null : new EntryDecision(decision.By, decision.At, decision.Reason);
        if (decision is null)
            return verdict is { Flagged: true } or { Mentions: true } ? found.Select(one => Entry(article, one, EntryStanding.Found, now)) : [];
        if (decision.Verdict == Verdict.Dismissed)
            return found.Select(one => Entry(article, one, EntryStanding.Dismissed, now) with { Decision = word });
        if (decision.Corrected is not { } corrected)
            return found.Select(one => Entry(article, one, one.Background ? EntryStanding.Found : EntryStanding.Confirmed, now) with { Decision = word });
        return
        [
            Entry(article, corrected, EntryStanding.Confirmed, now) with { Decision = word, Score = null },
            .. found.Take(1).Select(one => Entry(article, one, EntryStanding.Corrected, now) with { Decision = word }),
            .. found.Skip(1).Select(one => Entry(article, one, EntryStanding.Found, now)),
        ];
    }

    private static DossierEntry Entry(Article article, FoundAgreement found, EntryStanding standing, DateTimeOffset now) => new()
    {
        Article = article.Id,
        Title = article.Content?.Title ?? article.Mentions[0].Title,
        Address = article.Address,
        ReportedOn = Day(article),
        Type = found.Type,
        Name = found.Name,
        Parties = AgreementId.SortParties(found.Parties),
        Stage = found.Stage,
        StatedDate = found.Date,
        StatedGrain = found.DateGrain,
        Background = found.Background,
        Quotes = article.Content is { } content ? EvidenceSentence.Of(content, found.Evidence) : [],
        Story = article.Story,
        Agency = article.Content?.Agency ?? NewsAgencies.Known.ByHost(article.Address.Host),
        Language = article.Content?.Language,
        Score = article.Classification?.Score,
        Standing = standing,
        FiledAt = now,
    };

    private static DateOnly Day(Article article)
    {
        var published = article.Content?.Published ?? article.Mentions[0].Published;
        var at = published is { } date && date <= article.FoundAt + MostAhead ? date : article.FoundAt;
        return DateOnly.FromDateTime(at.UtcDateTime);
    }

    private static string FingerprintOf(Article article) => ArticleId.Hash(JsonSerializer.SerializeToUtf8Bytes(
        article with { State = default, Reason = null, FiledUnder = [] }, NewsWatchJson.Default.Article));
}
