namespace NewsWatch.Articles;

/// <summary>What stands of an article's agreements after the analysts' decisions: each as found, as decided, or as an analyst added it.</summary>
public static class AgreementDecisions
{
    /// <summary>
    /// The article's agreements in the order found, then what analysts put right of readings that are gone, then what they added. A decision
    /// on the whole article goes over all before it; one on an agreement over the earlier ones on the same.
    /// </summary>
    public static IReadOnlyList<DecidedAgreement> Of(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var found = AgreementKey.Of(article.Classification?.Agreements ?? []);
        Decision? whole = null;
        var each = new Dictionary<string, Decision>(StringComparer.Ordinal);
        var added = new List<Decision>();
        foreach (var decision in article.Decisions.Where(decision => decision.TakenBack is null))
            if (decision.Adds is not null)
                added.Add(decision);
            else if (decision.Agreement is { } key)
                each[key] = decision;
            else
            {
                // A correction without a key is of the newsworthy agreement, as decisions were before each could be decided on.
                whole = decision;
                each.Clear();
                added.Clear();
            }
        return
        [
            .. found.Select((one, index) => Decided(one.Key, one.Agreement, each.GetValueOrDefault(one.Key), whole, index == 0)),
            .. each.Where(pair => found.All(one => one.Key != pair.Key)).Select(pair => Gone(pair.Key, pair.Value)).OfType<DecidedAgreement>(),
            .. added.Select(decision => Added(decision, each)),
        ];
    }

    private static DecidedAgreement Decided(string key, FoundAgreement found, Decision? own, Decision? whole, bool isFirst)
    {
        if (own is not null)
            return new(key, found, own.Corrected, own.Verdict, own);
        if (whole is null)
            return new(key, found, null, null, null);
        if (whole.Corrected is { } corrected)
            return isFirst ? new(key, found, corrected, Verdict.Confirmed, whole) : new(key, found, null, null, null);
        return whole.Verdict == Verdict.Dismissed || !found.Background ? new(key, found, null, whole.Verdict, whole) : new(key, found, null, null, whole);
    }

    /// <summary>The reading that was decided on is gone: what an analyst confirmed or put right stands all the same.</summary>
    private static DecidedAgreement? Gone(string key, Decision decision)
        => decision.Verdict == Verdict.Dismissed || (decision.Corrected ?? decision.Found) is not { } agreement
            ? null
            : new(key, agreement, null, Verdict.Confirmed, decision);

    private static DecidedAgreement Added(Decision decision, Dictionary<string, Decision> each)
    {
        var key = AgreementKey.Of(decision.Adds!);
        return each.TryGetValue(key, out var own) && own.At >= decision.At
            ? new(key, decision.Adds!, own.Corrected, own.Verdict, own)
            : new(key, decision.Adds!, null, Verdict.Confirmed, decision);
    }
}

/// <summary>One agreement of an article and what was decided on it.</summary>
/// <param name="Key">What it is named by; see <see cref="AgreementKey"/>.</param>
/// <param name="Found">The agreement as found, or as an analyst added it.</param>
/// <param name="Corrected">As an analyst put it right; null where it stands as found.</param>
/// <param name="Verdict">Confirmed or dismissed; null where nothing was decided.</param>
/// <param name="Decision">The decision that counts; null where there is none.</param>
public sealed record DecidedAgreement(string Key, FoundAgreement Found, FoundAgreement? Corrected, Verdict? Verdict, Decision? Decision);
