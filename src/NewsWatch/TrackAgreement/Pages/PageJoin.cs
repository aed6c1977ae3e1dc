namespace NewsWatch.TrackAgreement.Pages;

/// <summary>Joins two pages, for dossiers of different parties that an analyst merges. Pure; what was joined before is not joined twice.</summary>
internal static class PageJoin
{
    /// <summary>The target with all that the source has.</summary>
    public static LedgerPage Absorb(LedgerPage target, LedgerPage source)
    {
        var known = target.Entries.Select(entry => entry.Key).ToHashSet(StringComparer.Ordinal);
        var standing = source.Entries.ToDictionary(entry => (entry.Key, entry.Name), entry => entry);
        return target with
        {
            // What was filed in between goes over what was taken before it.
            Entries =
            [
                .. target.Entries.Select(entry => standing.GetValueOrDefault((entry.Key, entry.Name), entry)),
                .. source.Entries.Where(entry => !known.Contains(entry.Key)),
            ],
            Developments =
            [
                .. target.Developments
                    .Concat(source.Developments.ExceptBy(target.Developments.Select(Id), Id, StringComparer.Ordinal))
                    .OrderBy(noticed => noticed.Development.At),
            ],
            Headings = [.. target.Headings, .. source.Headings.ExceptBy(target.Headings.Select(one => one.Id), one => one.Id, StringComparer.Ordinal)],
            Rulings = [.. target.Rulings.Concat(source.Rulings.Where(one => !target.Rulings.Any(other => IsSame(one, other)))).OrderBy(one => one.At)],
            Joined = [.. target.Joined.Append(source.Key).Concat(source.Joined).Distinct(StringComparer.Ordinal)],
            // Dossiers written from the source are older than any that are written from now on.
            Version = Math.Max(target.Version, source.Version),
        };
    }

    /// <summary>
    /// The source leads to the target from now on, all else left as it was. Not where the target was joined to it meanwhile: each would lead
    /// to the other.
    /// </summary>
    public static LedgerPage? StepBack(LedgerPage? source, string target)
        => source is null or { JoinedTo: not null } || source.Joined.Contains(target, StringComparer.Ordinal) ? source : source with { JoinedTo = target };

    private static string Id(NoticedDevelopment noticed) => noticed.Development.Id;

    private static bool IsSame(PageRuling one, PageRuling other)
        => one.Kind == other.Kind && one.From == other.From && one.Into == other.Into && one.At == other.At;
}
