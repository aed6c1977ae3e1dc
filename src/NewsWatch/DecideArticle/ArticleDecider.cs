using NewsWatch.ClassifyArticle;
using NewsWatch.Storage;
using NewsWatch.TrackAgreement;

namespace NewsWatch.DecideArticle;

/// <summary>
/// Takes an analyst's decision on an article: kept on the article with who and when, then sent to the ledger, which follows it. Given
/// the same again, as after a failure half-way, nothing is kept twice.
/// </summary>
public sealed class ArticleDecider(ArticleStore articles, Journal journal, IQueues queues, TimeProvider time)
{
    /// <summary>Most UTF-16 code units of a reason.</summary>
    public const int MaxReasonLength = 2000;

    /// <summary>The article reports an agreement, as the classifier read it.</summary>
    public Task<DecisionOutcome> ConfirmAsync(string article, string by, string? reason, CancellationToken cancellation)
        => DecideAsync(article, Verdict.Confirmed, by, reason, null, cancellation);

    /// <summary>The article reports none; <paramref name="reason"/> must say why.</summary>
    public Task<DecisionOutcome> DismissAsync(string article, string by, string reason, CancellationToken cancellation)
        => DecideAsync(article, Verdict.Dismissed, by, reason, null, cancellation);

    /// <summary>The article reports an agreement, but another than the classifier read.</summary>
    public Task<DecisionOutcome> CorrectAsync(
        string article, Correction correction, string by, string? reason, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(correction);
        return DecideAsync(article, Verdict.Confirmed, by, reason, correction, cancellation);
    }

    private async Task<DecisionOutcome> DecideAsync(
        string id, Verdict verdict, string by, string? reason, Correction? correction, CancellationToken cancellation)
    {
        var why = reason?.Trim() ?? "";
        if (await articles.ReadAsync(id, cancellation) is not { } before)
            return new DecisionOutcome.NotFound();
        if (Fault(before, verdict, by, why, correction) is { } fault)
            return new DecisionOutcome.Refused(fault);

        var now = time.GetUtcNow();
        var after = await articles.UpdateAsync(id, article => Add(article, new(verdict, why, by.Trim(), now), correction), cancellation);
        if (after is null)
            return new DecisionOutcome.NotFound();
        await journal.AppendAsync(Line(after), cancellation);
        await queues.SendJsonAsync(
            Pipeline.TrackAgreement, new ArticleFlagged(id, after.Content?.Hash ?? ""), NewsWatchJson.Default.ArticleFlagged, cancellation);
        return new DecisionOutcome.Kept(after);
    }

    private static string? Fault(Article article, Verdict verdict, string by, string reason, Correction? correction)
    {
        if (string.IsNullOrWhiteSpace(by))
            return "Say who decides.";
        if (reason.Length > MaxReasonLength)
            return $"A reason has at most {MaxReasonLength} characters.";
        if (verdict == Verdict.Dismissed && reason.Length == 0)
            return "A dismissal needs a reason.";
        if (correction is null)
            return verdict == Verdict.Confirmed && Primary(article) is null
                ? "No agreement was found in this article: say type, parties and stage to confirm one."
                : null;
        var parties = AgreementId.SortParties(correction.Parties);
        if (parties.Count < 2)
            return "An agreement has two different parties at least.";
        return parties.FirstOrDefault(party => party.Length is < 2 or > 5 || !party.All(char.IsAsciiLetterUpper)) is { } odd
            ? $"'{odd}' is no party: give ISO 3166 codes of two letters, or NATO, EU, ASEAN, UN."
            : null;
    }

    /// <summary>The article with the decision; the very one given where its last decision is the same.</summary>
    private static Article Add(Article article, Decision decision, Correction? correction)
    {
        var taken = decision with { Corrected = correction is null ? null : Corrected(article, correction) };
        return article.Decisions is [.., var last] && IsSame(last, taken)
            ? article
            : article with { Decisions = [.. article.Decisions, taken] };
    }

    private static FoundAgreement Corrected(Article article, Correction correction)
    {
        var primary = Primary(article);
        string[] parties = [.. correction.Parties.Select(party => party.Trim().ToUpperInvariant()).Distinct(StringComparer.Ordinal)];
        return new(
            correction.Type, primary?.Name ?? "", parties, correction.Stage, correction.Date ?? primary?.Date, primary?.Evidence ?? [])
        {
            DateGrain = correction.Date is null ? primary?.DateGrain ?? DateGrain.Day : DateGrain.Day,
        };
    }

    private static bool IsSame(Decision one, Decision other)
        => one.Verdict == other.Verdict && one.Reason == other.Reason && one.By == other.By
            && (one.Corrected, other.Corrected) switch
            {
                (null, null) => true,
                ({ } first, { } second) => first.Type == second.Type && first.Stage == second.Stage && first.Date == second.Date
                    && first.Parties.SequenceEqual(second.Parties, StringComparer.Ordinal),
                _ => false,
            };

    private static FoundAgreement? Primary(Article article) => article.Classification?.Agreements is [var first, ..] ? first : null;

    private static JournalEntry Line(Article article)
    {
        var decision = article.Decisions[^1];
        var agreement = decision.Corrected ?? Primary(article);
        return new(JournalKind.Decision, decision.At, article.Id, article.Content?.Title ?? article.Mentions[0].Title, article.Address)
        {
            State = article.State,
            Verdict = decision.Verdict,
            Reason = decision.Reason,
            By = decision.By,
            Type = agreement?.Type,
            Parties = agreement?.Parties,
            Stage = agreement?.Stage,
            Published = article.Content?.Published ?? article.Mentions[0].Published,
            Language = article.Content?.Language,
            Site = article.Content?.Site ?? article.Mentions[0].FeedTitle,
        };
    }
}
