using System.Text.Json;
using NewsWatch.ExtractArticle.Agencies;
using NewsWatch.Storage;
using NewsWatch.TrackAgreement.Resolving;

namespace NewsWatch.TrackAgreement;

/// <summary>
/// What an article has to be filed under: the classifier's reading, or the analyst's where a decision gives another. An article that
/// only mentions agreements is filed as background. Pure.
/// </summary>
/// <param name="Article">Id of the article.</param>
/// <param name="ByPage">Entries by the key of their page, the newsworthy ones first.</param>
/// <param name="Fingerprint">Hash of everything the filing rests on: another one, and the article has to be filed anew.</param>
internal sealed record ArticleFiling(string Article, ILookup<string, DossierEntry> ByPage, string Fingerprint)
{
    // A feed may date an entry ahead, by mistake or for embargo; beyond this the day it was found is taken.
    private static readonly TimeSpan MostAhead = TimeSpan.FromDays(2);

    public static ArticleFiling Of(Article article, KnownAgreements known, DateTimeOffset now)
    {
        var entries = Entries(article, now).Where(entry => entry.Parties.Count >= 2).DistinctBy(entry => (entry.Key, entry.Name));
        return new(article.Id, entries.ToLookup(entry => AgreementId.OfParties(KnownNames.PartiesOf(entry, known))), FingerprintOf(article));
    }

    private static IEnumerable<DossierEntry> Entries(Article article, DateTimeOffset now)
    {
        var isFiled = article.Classification is { } verdict && (verdict.Flagged || verdict.Mentions);
        return AgreementDecisions.Of(article)
            .Where(one => isFiled || one.Verdict is not null)
            .SelectMany(one => Entries(article, one, now));
    }

    private static IEnumerable<DossierEntry> Entries(Article article, DecidedAgreement one, DateTimeOffset now)
    {
        var word = one.Decision is { } decision ? new EntryDecision(decision.By, decision.At, decision.Reason) : null;
        // What only mentions is no news, whatever the reading says of it, until an analyst says so.
        var isMention = article.Classification is { Flagged: false } && one.Verdict is null;
        if (one.Corrected is { } corrected && one.Verdict == Verdict.Confirmed)
        {
            yield return Entry(article, corrected, EntryStanding.Confirmed, now) with { Decision = word, Score = null };
            yield return Entry(article, one.Found, EntryStanding.Corrected, now) with { Decision = word };
            yield break;
        }
        var standing = one.Verdict switch
        {
            Verdict.Dismissed => EntryStanding.Dismissed,
            Verdict.Confirmed => EntryStanding.Confirmed,
            _ => EntryStanding.Found,
        };
        var entry = Entry(article, one.Found, standing, now) with { Decision = word };
        yield return isMention ? entry with { Background = true } : entry;
    }

    private static DossierEntry Entry(Article article, FoundAgreement found, EntryStanding standing, DateTimeOffset now) => new()
    {
        Article = article.Id,
        Title = article.Content?.Title ?? article.Mentions[0].Title,
        Address = article.Address,
        Outlet = article.Content?.Site ?? article.Mentions[0].FeedTitle,
        ReportedOn = Day(article),
        Type = found.Type,
        Name = found.Name,
        Parties = AgreementId.SortParties(found.Parties),
        Stage = found.Stage,
        StatedDate = found.Date,
        StatedGrain = found.DateGrain,
        Background = found.Background,
        Denies = found.Denies,
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
        article with { State = default, Reason = null, FiledUnder = [], LedgerPages = [], Doubts = [], Notes = [] }, NewsWatchJson.Default.Article));
}
