namespace NewsWatch.ClassifyArticle.Rereading;

/// <summary>What each rule cost in false alarms, by the decisions analysts took.</summary>
public sealed class RuleReport(Journal journal, ArticleStore articles)
{
    private const int MostReasons = 5;

    /// <summary>
    /// Rules of the agreements decided since a day (null: ever), the most false alarms first. Of each agreement the last decision counts, and
    /// the reading it was taken on or, where the article was read again since, the present one.
    /// </summary>
    public async Task<IReadOnlyList<RuleCost>> ReadAsync(DateTimeOffset? since, CancellationToken cancellation)
    {
        var decided = new SortedSet<string>(StringComparer.Ordinal);
        await foreach (var line in journal.ReadAsync(since, cancellation))
            if (line.Kind == JournalKind.Decision)
                decided.Add(line.Article);

        var tallies = new Dictionary<string, List<Decision>>(StringComparer.Ordinal);
        foreach (var id in decided)
        {
            if (await articles.ReadSoundAsync(id, cancellation) is not { } article)
                continue;
            foreach (var one in AgreementDecisions.Of(article).Where(one => one is { Decision: { } word, Verdict: not null } && (word.Agreement is not null || !one.Found.Background)))
                foreach (var rule in one.Found.Evidence.Select(evidence => evidence.Rule).Distinct(StringComparer.Ordinal))
                    (tallies.TryGetValue(rule, out var tally) ? tally : tallies[rule] = []).Add(one.Decision!);
        }
        return
        [
            .. tallies.Select(tally => Cost(tally.Key, tally.Value))
                .OrderByDescending(cost => cost.Dismissed)
                .ThenByDescending(cost => cost.FalseAlarms)
                .ThenBy(cost => cost.Rule, StringComparer.Ordinal),
        ];
    }

    private static RuleCost Cost(string rule, List<Decision> decisions)
    {
        var dismissals = decisions.Where(decision => decision.Verdict == Verdict.Dismissed).ToList();
        var corrected = decisions.Count(decision => decision is { Verdict: Verdict.Confirmed, Corrected: not null });
        return new(rule, decisions.Count - dismissals.Count - corrected, corrected, dismissals.Count)
        {
            Reasons =
            [
                .. dismissals.GroupBy(decision => decision.Reason, StringComparer.OrdinalIgnoreCase)
                    .OrderByDescending(reason => reason.Count())
                    .ThenBy(reason => reason.Key, StringComparer.Ordinal)
                    .Select(reason => reason.Key)
                    .Take(MostReasons),
            ],
        };
    }
}
