namespace NewsWatch.Review.Search;

/// <summary>
/// Tells which articles a query's filters let through, the words and the tab apart. What articles are chosen by repeats: it is looked at
/// once. Not for several at once.
/// </summary>
internal sealed class FacetFilter
{
    private const byte Yes = 1, No = 2;

    private readonly SearchQuery query;
    private readonly long after;
    private readonly long before;
    private readonly long since;
    private readonly IReadOnlySet<string>[] regions;
    private readonly bool asksClaim;
    private readonly byte[] answers;

    /// <param name="query">What is asked for.</param>
    /// <param name="kinds">One more than the highest <see cref="FacetRow.Kind"/> that is asked about; 0 where only claims are.</param>
    public FacetFilter(SearchQuery query, int kinds)
    {
        answers = new byte[kinds];
        this.query = query;
        after = Seconds(query.After) ?? long.MinValue;
        before = Seconds(query.Before) ?? long.MaxValue;
        since = query.Since?.ToUnixTimeSeconds() ?? long.MinValue;
        regions = [.. query.Regions.Select(RegionTable.PartiesOf).OfType<IReadOnlySet<string>>()];
        asksClaim = query.Types.Count + query.Stages.Count + query.Parties.Count + regions.Length > 0;
    }

    /// <summary>True for an article that was asked for.</summary>
    public bool Lets(in FacetRow row)
    {
        if (row.Published < after || row.Published >= before || row.Told <= since)
            return false;
        ref var answer = ref answers[row.Kind];
        if (answer == 0)
            answer = Lets(row.Facets) ? Yes : No;
        return answer == Yes;
    }

    private bool Lets(Facets facets)
        => (query.States.Count == 0 || query.States.Contains(facets.State))
            && (query.Standings.Count == 0 || query.Standings.Contains(facets.Standing))
            && (query.Languages.Count == 0 || (facets.Language is { } language && query.Languages.Contains(language)))
            && (query.Feeds.Count == 0 || IsOfFeed(facets))
            && (!asksClaim || HasClaim(facets.Claims));

    /// <summary>True for a claim that was asked for; all that is asked of a claim must hold of the same one.</summary>
    public bool Lets(Claim claim)
        => (query.Types.Count == 0 || query.Types.Contains(claim.Type))
            && (query.Stages.Count == 0 || query.Stages.Contains(claim.Stage))
            && HasParties(claim.Parties)
            && (regions.Length == 0 || IsInRegion(claim.Parties));

    private static long? Seconds(DateOnly? day)
        => day is { } date ? new DateTimeOffset(date, TimeOnly.MinValue, TimeSpan.Zero).ToUnixTimeSeconds() : null;

    private bool HasClaim(IReadOnlyList<Claim> claims)
    {
        foreach (var claim in claims)
            if (Lets(claim))
                return true;
        return false;
    }

    private bool HasParties(IReadOnlyList<string> parties)
    {
        foreach (var asked in query.Parties)
            if (!parties.Contains(asked))
                return false;
        return true;
    }

    private bool IsInRegion(IReadOnlyList<string> parties)
    {
        foreach (var region in regions)
            foreach (var party in parties)
                if (region.Contains(party))
                    return true;
        return false;
    }

    private bool IsOfFeed(Facets facets)
    {
        foreach (var feed in query.Feeds)
            if (facets.Feeds.Contains(feed) || facets.Site.Contains(feed, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }
}
