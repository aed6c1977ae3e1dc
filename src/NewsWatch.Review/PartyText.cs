namespace NewsWatch.Review;

/// <summary>Parties as people type them: codes or short English names, between commas, dashes or blanks.</summary>
internal static class PartyText
{
    private static readonly char[] Between = [',', ';', '–', '|', '/', '\n'];

    /// <summary>The codes meant, and the first words that mean no party; null where all do.</summary>
    public static (IReadOnlyList<string> Codes, string? Unknown) Codes(string typed)
    {
        var codes = new List<string>();
        foreach (var part in typed.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (PartyTable.Find(part) is { } whole)
            {
                codes.Add(whole.Code);
                continue;
            }
            // "FR JP" and "FR-JP" are codes; a name of several words was looked for as a whole.
            foreach (var word in part.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries))
                if (PartyTable.Find(word) is { } one)
                    codes.Add(one.Code);
                else
                    return (codes, part);
        }
        return (codes, null);
    }

    /// <summary>Codes for a form's field.</summary>
    public static string Of(IEnumerable<string> codes) => string.Join(", ", codes);
}
