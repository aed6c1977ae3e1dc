using NewsWatch.ClassifyArticle;
using NewsWatch.ClassifyArticle.Explaining;
using NewsWatch.Storage;
using NewsWatch.TrackAgreement;

namespace NewsWatch.DecideArticle;

/// <summary>
/// Takes an analyst's decision on an article, or on one of its agreements: kept on the article with who and when, then sent to the ledger,
/// which follows it. Given the same again, as after a failure half-way, nothing is kept twice.
/// </summary>
public sealed class ArticleDecider(ArticleStore articles, Journal journal, IQueues queues, TimeProvider time)
{
    /// <summary>Most UTF-16 code units of a reason.</summary>
    public const int MaxReasonLength = 2000;

    /// <summary>The article reports what the classifier read: all of it, or the agreement of a key.</summary>
    public Task<DecisionOutcome> ConfirmAsync(string article, string by, string? reason, CancellationToken cancellation, string? agreement = null)
        => DecideAsync(article, new(Verdict.Confirmed, agreement, null, null), by, reason, cancellation);

    /// <summary>The article reports none of it, or not the agreement of a key; <paramref name="reason"/> must say why.</summary>
    public Task<DecisionOutcome> DismissAsync(string article, string by, string reason, CancellationToken cancellation, string? agreement = null)
        => DecideAsync(article, new(Verdict.Dismissed, agreement, null, null), by, reason, cancellation);

    /// <summary>The article reports an agreement, but another than the classifier read: in the place of the newsworthy one, or of that of a key.</summary>
    public Task<DecisionOutcome> CorrectAsync(
        string article, Correction correction, string by, string? reason, CancellationToken cancellation, string? agreement = null)
    {
        ArgumentNullException.ThrowIfNull(correction);
        return DecideAsync(article, new(Verdict.Confirmed, agreement, correction, null), by, reason, cancellation);
    }

    /// <summary>The article reports an agreement that the classifier missed, beside what it read.</summary>
    public Task<DecisionOutcome> AddAsync(string article, Correction missed, string by, string? reason, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(missed);
        return DecideAsync(article, new(Verdict.Confirmed, null, null, missed), by, reason, cancellation);
    }

    private async Task<DecisionOutcome> DecideAsync(string id, Word word, string by, string? reason, CancellationToken cancellation)
    {
        var why = reason?.Trim() ?? "";
        if (await articles.ReadAsync(id, cancellation) is not { } before)
            return new DecisionOutcome.NotFound();
        if (Fault(before, word, by, why) is { } fault)
            return new DecisionOutcome.Refused(fault);

        var now = time.GetUtcNow();
        var after = await articles.UpdateAsync(id, article => Add(article, word, new(word.Verdict, why, by.Trim(), now)), cancellation);
        if (after is null)
            return new DecisionOutcome.NotFound();
        return await TellAsync(after, Line(after), cancellation);
    }

    /// <summary>
    /// Takes a decision back: the article stands as it did before it. What was decided stays on record, with who took it back. Asked again,
    /// as after a failure half-way, it tells the ledger again.
    /// </summary>
    /// <param name="id">Id of the article.</param>
    /// <param name="at">When the decision was taken; only the last one that stands can be taken back.</param>
    /// <param name="by">Who takes it back.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<DecisionOutcome> TakeBackAsync(string id, DateTimeOffset at, string by, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(by))
            return new DecisionOutcome.Refused("Say who takes it back.");
        if (await articles.ReadAsync(id, cancellation) is not { } before)
            return new DecisionOutcome.NotFound();
        if (before.Decisions.All(decision => decision.At != at))
            return new DecisionOutcome.Refused("There is no such decision on this article.");
        var word = new TakenBackDecision(by.Trim(), time.GetUtcNow());
        var after = await articles.UpdateAsync(id, article => TakeBack(article, at, word), cancellation);
        if (after is null)
            return new DecisionOutcome.NotFound();
        if (after.Decisions.FirstOrDefault(decision => decision.At == at)?.TakenBack is null)
            return new DecisionOutcome.Refused("It was decided on again since: take that back first.");
        var line = Line(after) with { At = word.At, Verdict = null, By = word.By, Reason = null };
        return await TellAsync(after, line, cancellation);
    }

    private static Article TakeBack(Article article, DateTimeOffset at, TakenBackDecision word)
        => article.Decisions.LastOrDefault(decision => decision.TakenBack is null) is { } last && last.At == at
            ? article with { Decisions = [.. article.Decisions.Select(decision => decision == last ? decision with { TakenBack = word } : decision)] }
            : article;

    private async Task<DecisionOutcome> TellAsync(Article article, JournalEntry line, CancellationToken cancellation)
    {
        await journal.AppendAsync(line, cancellation);
        await queues.SendJsonAsync(
            Pipeline.TrackAgreement,
            new ArticleFlagged(article.Id, article.Content?.Hash ?? ""),
            NewsWatchJson.Default.ArticleFlagged,
            cancellation);
        return new DecisionOutcome.Kept(article);
    }

    private static string? Fault(Article article, Word word, string by, string reason)
    {
        if (string.IsNullOrWhiteSpace(by))
            return "Say who decides.";
        if (reason.Length > MaxReasonLength)
            return $"A reason has at most {MaxReasonLength} characters.";
        if (word.Verdict == Verdict.Dismissed && reason.Length == 0)
            return "A dismissal needs a reason.";
        if (word.Agreement is { } key && Named(article, key) is null)
            return $"This article has no agreement {key}; it has {Keys(article)}.";
        if ((word.Correction ?? word.Missed) is not { } given)
            return word.Verdict == Verdict.Confirmed && word.Agreement is null && Primary(article) is null
                ? "No agreement was found in this article: say type, parties and stage to confirm one."
                : null;
        if (given.Proof is { } proof && (article.Content is not { } content || EvidenceSentence.Around(content, proof) is null))
            return "The sentence that was marked is not in the article: it may have been edited meanwhile. Mark it again.";
        var parties = AgreementId.SortParties(given.Parties);
        if (parties.Count < 2)
            return "An agreement has two different parties at least.";
        return parties.FirstOrDefault(party => party.Length is < 2 or > 5 || !party.All(char.IsAsciiLetterUpper)) is { } odd
            ? $"'{odd}' is no party: give ISO 3166 codes of two letters, or NATO, EU, ASEAN, UN."
            : null;
    }

    /// <summary>The article with the decision; the very one given where the last decision on the same is the same.</summary>
    private static Article Add(Article article, Word word, Decision decision)
    {
        // With nothing found there is nothing to put right: the agreement is one that was missed.
        var (correction, missed) = word.Agreement is null && Primary(article) is null ? (null, word.Missed ?? word.Correction) : (word.Correction, word.Missed);
        var key = word.Agreement ?? (correction is null ? null : AgreementKey.Of(article.Classification!.Agreements)[0].Key);
        var found = key is null ? null : Named(article, key)?.Found;
        var taken = decision with
        {
            Agreement = key,
            Found = found,
            Corrected = correction is null ? null : Agreement(correction, found),
            Adds = missed is null ? null : Agreement(missed, null),
        };
        return article.Decisions.LastOrDefault(other => other.TakenBack is null && IsOnTheSame(other, taken)) is { } last && IsSame(last, taken)
            ? article
            : article with { Decisions = [.. article.Decisions, taken] };
    }

    /// <summary>The agreement as given; name, day and evidence are those of the reading it is put in the place of.</summary>
    private static FoundAgreement Agreement(Correction given, FoundAgreement? found)
    {
        string[] parties = [.. given.Parties.Select(party => party.Trim().ToUpperInvariant()).Distinct(StringComparer.Ordinal)];
        IReadOnlyList<Evidence> evidence = given.Proof is { } proof ? [proof with { Rule = EvidenceKinds.Analyst }] : found?.Evidence ?? [];
        return new(given.Type, found?.Name ?? "", parties, given.Stage, given.Date ?? found?.Date, evidence)
        {
            DateGrain = given.Date is null ? found?.DateGrain ?? DateGrain.Day : DateGrain.Day,
        };
    }

    /// <summary>
    /// True where one decision takes the place of another: on the same agreement or the same missed one, with nothing on the whole article
    /// between them.
    /// </summary>
    private static bool IsOnTheSame(Decision one, Decision other)
        => (one.Agreement is null && one.Adds is null) || (one.Agreement == other.Agreement && IsSame(one.Adds, other.Adds));

    private static bool IsSame(Decision one, Decision other)
        => one.Verdict == other.Verdict && one.Reason == other.Reason && one.By == other.By && one.Agreement == other.Agreement
            && IsSame(one.Corrected, other.Corrected) && IsSame(one.Adds, other.Adds);

    private static bool IsSame(FoundAgreement? one, FoundAgreement? other) => (one, other) switch
    {
        (null, null) => true,
        ({ } first, { } second) => first.Type == second.Type && first.Stage == second.Stage && first.Date == second.Date
            && first.Parties.SequenceEqual(second.Parties, StringComparer.Ordinal),
        _ => false,
    };

    private static DecidedAgreement? Named(Article article, string key)
        => AgreementDecisions.Of(article).FirstOrDefault(one => one.Key == key);

    private static string Keys(Article article)
        => AgreementDecisions.Of(article) is { Count: > 0 } all ? string.Join(", ", all.Select(one => one.Key)) : "none";

    private static FoundAgreement? Primary(Article article) => article.Classification?.Agreements is [var first, ..] ? first : null;

    private static JournalEntry Line(Article article)
    {
        var decision = article.Decisions[^1];
        var agreement = decision.Corrected ?? decision.Adds ?? decision.Found ?? Primary(article);
        return new(JournalKind.Decision, decision.At, article.Id, article.Content?.Title ?? article.Mentions[0].Title, article.Address)
        {
            State = article.State,
            Verdict = decision.Verdict,
            Agreement = decision.Agreement ?? (decision.Adds is { } added ? AgreementKey.Of(added) : null),
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

    /// <summary>A decision as it is asked for.</summary>
    private sealed record Word(Verdict Verdict, string? Agreement, Correction? Correction, Correction? Missed);
}
