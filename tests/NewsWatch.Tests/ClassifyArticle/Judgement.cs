namespace NewsWatch.Tests.ClassifyArticle;

/// <summary>How a verdict differs from its record's label.</summary>
internal static class Judgement
{
    public const string Missed = "missed";
    public const string FalseAlarm = "false alarm";
    public const string Type = "type";
    public const string Parties = "parties";
    public const string Stage = "stage";

    /// <summary>What is wrong, the findings in words; empty where all is right, and for a borderline record, which may be read either way.</summary>
    public static IReadOnlyList<(string What, string Found)> Of(LabelledRecord record, Classification verdict)
    {
        if (record.Label == "borderline")
            return [];
        if (record.Label != "positive")
            return verdict.Flagged ? [(FalseAlarm, Say(verdict.Agreements[0].Type))] : [];
        var wrong = new List<(string, string)>();
        if (!verdict.Flagged)
            wrong.Add((Missed, $"score {verdict.Score}"));
        var (gold, also) = (record.Agreements[0], record.Also);
        var found = verdict.Agreements is [var first, ..] ? first : null;
        if (found?.Type != gold.Type && (found is null || found.Type != also?.Type))
            wrong.Add((Type, found is null ? "nothing" : Say(found.Type)));
        if (found is null || !(Same(found.Parties, gold.Parties) || (also?.Parties is { } others && Same(found.Parties, others))))
            wrong.Add((Parties, found is null ? "nothing" : string.Join(' ', found.Parties)));
        if (found?.Stage != gold.Stage && (found is null || found.Stage != also?.Stage))
            wrong.Add((Stage, found is null ? "nothing" : Say(found.Stage)));
        return wrong;
    }

    private static string Say<T>(T value)
        where T : struct, Enum
        => WireName.Of(value);

    private static bool Same(IReadOnlyList<string> some, IReadOnlyList<string> others) => some.ToHashSet(StringComparer.Ordinal).SetEquals(others);
}
