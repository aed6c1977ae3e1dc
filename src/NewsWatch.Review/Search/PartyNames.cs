namespace NewsWatch.Review.Search;

/// <summary>Parties by what readers type.</summary>
public static class PartyNames
{
    /// <summary>
    /// Code of the party meant by a code of two or three letters, a name, or the only name that has the words; null for none or several.
    /// </summary>
    public static string? Find(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var name = typed.Trim().Replace('-', ' ').Replace('_', ' ');
        if (PartyTable.Find(name) is { } exact)
            return exact.Code;
        if (PartyTable.All.FirstOrDefault(party => party.Iso3?.Equals(name, StringComparison.OrdinalIgnoreCase) == true) is { } three)
            return three.Code;
        if (name.Equals("uk", StringComparison.OrdinalIgnoreCase))
            return "GB";
        var words = SearchWords.Row(name);
        if (words.Length < 4)
            return null;
        Party[] fitting = [.. PartyTable.All.Where(party => SearchWords.Row(party.Name).Contains(words, StringComparison.Ordinal))];
        if (fitting is [var only])
            return only.Code;
        fitting = [.. PartyTable.All.Where(party => SearchWords.Row(party.Name).StartsWith(words[..^1], StringComparison.Ordinal))];
        return fitting is [var beginning] ? beginning.Code : null;
    }
}
