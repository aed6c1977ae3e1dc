using System.Globalization;
using Microsoft.AspNetCore.Http;
using NewsWatch.DecideArticle;
using NewsWatch.Review.Security;

namespace NewsWatch.Review.Inbox;

/// <summary>Decisions from the list, on one article or many in one go, and the undoing of such a go.</summary>
internal sealed class InboxDecisions(ArticleDecider decider, ArticleStore articles, AuditLog audit, TimeProvider time)
{
    /// <summary>Most articles in one go.</summary>
    public const int Most = 500;

    /// <summary>Days that a decision can be taken back from the list.</summary>
    public const int UndoDays = 14;

    /// <summary>Takes the same decision on each; what is refused for one does not keep the others.</summary>
    public async Task<BatchOutcome> TakeAsync(
        HttpContext context, Verdict verdict, IReadOnlyList<string> ids, string reason, string by, CancellationToken cancellation)
    {
        var taken = new List<AuditedArticle>();
        var refused = new List<string>();
        foreach (var id in ids.Distinct(StringComparer.Ordinal).Take(Most))
        {
            if (await articles.ReadSoundAsync(id, cancellation) is not { } before)
            {
                refused.Add($"{id}: there is no such article, or none that can be read.");
                continue;
            }
            var outcome = verdict == Verdict.Confirmed
                ? await decider.ConfirmAsync(id, by, reason, cancellation)
                : await decider.DismissAsync(id, by, reason, cancellation);
            switch (outcome)
            {
                case DecisionOutcome.Kept kept:
                    taken.Add(new(id, TitleOf(kept.Article), kept.Article.Decisions[^1].At, VerdictOf(before)));
                    break;
                case DecisionOutcome.Refused why:
                    refused.Add($"{TitleOf(before)}: {why.Why}");
                    break;
                default:
                    refused.Add($"{id}: there is no such article.");
                    break;
            }
        }
        if (taken.Count == 0)
            return new(null, 0, refused);
        var batch = ArticleId.Hash(string.Create(CultureInfo.InvariantCulture, $"{time.GetUtcNow():O} {by} {string.Join(' ', taken.Select(one => one.Article))}"));
        AuditLog.Note(context, new(batch, by, verdict, reason, taken));
        return new(batch, taken.Count, refused);
    }

    /// <summary>Takes a go back: each article stands as before it, except those decided on again since.</summary>
    public async Task<BatchOutcome> TakeBackAsync(HttpContext context, string batch, string by, CancellationToken cancellation)
    {
        var lines = await audit.ReadAsync(UndoDays, cancellation);
        if (lines.FirstOrDefault(line => line.Detail is { Verdict: not null } detail && detail.Id == batch)?.Detail is not { } detail)
            return new(null, 0, ["There is no such decision of late to take back."]);
        var taken = new List<AuditedArticle>();
        var refused = new List<string>();
        foreach (var one in detail.Articles)
            if (await decider.TakeBackAsync(one.Article, one.At, by, cancellation) is DecisionOutcome.Refused why)
                refused.Add($"{one.Title}: {why.Why}");
            else
                taken.Add(one with { Before = detail.Verdict });
        if (taken.Count > 0)
            AuditLog.Note(context, new(ArticleId.Hash($"back {batch}"), by, null, "", taken) { TakesBack = batch });
        return new(null, taken.Count, refused);
    }

    /// <summary>The gos of the last days that still stand, newest first.</summary>
    public async Task<IReadOnlyList<AuditLine>> LastAsync(CancellationToken cancellation)
    {
        var lines = await audit.ReadAsync(UndoDays, cancellation);
        var back = lines.Select(line => line.Detail?.TakesBack).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return [.. lines.Where(line => line.Detail is { Verdict: not null } detail && !back.Contains(detail.Id))];
    }

    private static string TitleOf(Article article) => article.Content?.Title ?? article.Mentions[0].Title;

    private static Verdict? VerdictOf(Article? article) => article?.Decisions.LastOrDefault(decision => decision.TakenBack is null)?.Verdict;
}

/// <summary>What became of a go.</summary>
/// <param name="Batch">Names it, to take it back; null where nothing was decided.</param>
/// <param name="Count">Articles decided on.</param>
/// <param name="Refused">Why not, a line each; empty where all were.</param>
internal sealed record BatchOutcome(string? Batch, int Count, IReadOnlyList<string> Refused);
