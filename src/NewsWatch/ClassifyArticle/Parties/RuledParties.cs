namespace NewsWatch.ClassifyArticle.Parties;

/// <summary>Sets of parties, one for each agreement, and the rules that read them so, in their order; a rule that does so twice is there twice.</summary>
internal readonly record struct RuledParties(List<string> Rules, IReadOnlyList<PartySet> Sets)
{
    /// <summary>True where both are of the same sets of parties, in whatever order; neither has one twice.</summary>
    public static bool AreSame(IReadOnlyList<PartySet> sets, IReadOnlyList<PartySet> others)
    {
        if (sets.Count != others.Count)
            return false;
        for (var at = 0; at < sets.Count; at++)
            if (!Has(others, sets[at].Codes))
                return false;
        return true;
    }

    /// <summary>Every party of the sets, once.</summary>
    public IReadOnlyList<string> Codes()
    {
        if (Sets is [var only])
            return only.Codes;
        var codes = new List<string>(Sets.Count + 1);
        for (var at = 0; at < Sets.Count; at++)
            for (var of = 0; of < Sets[at].Codes.Count; of++)
                if (!codes.Has(Sets[at].Codes[of]))
                    codes.Add(Sets[at].Codes[of]);
        return codes;
    }

    private static bool Has(IReadOnlyList<PartySet> sets, IReadOnlyList<string> codes)
    {
        for (var at = 0; at < sets.Count; at++)
            if (sets[at].Codes.IsSameAs(codes))
                return true;
        return false;
    }
}
