namespace NewsWatch.ClassifyArticle.SecondReader;

/// <summary>Puts the second reader's word on a verdict. Score and borderline stay the rules' own.</summary>
internal static class SecondWord
{
    /// <summary>The verdict with the reading, changed where its word counts.</summary>
    public static Classification On(Classification machine, SecondReading reading)
    {
        if (reading.Outcome != SecondReadingOutcome.Accepted)
            return machine with { Second = reading };
        var said = reading with { Instead = new(machine.Flagged, machine.Agreements, machine.Against) { Mentions = machine.Mentions } };
        return reading.Agreement is { } agreement
            ? machine with { Flagged = true, Mentions = true, Agreements = Agreements(machine.Agreements, agreement), Second = said }
            : machine with { Flagged = false, Against = [.. machine.Against, .. reading.Quotes], Second = said };
    }

    /// <summary>
    /// The reader's agreement takes the place of the rules' newsworthy one, and lends its name, day and evidence where both mean the same;
    /// what the rules found beside it stays.
    /// </summary>
    private static List<FoundAgreement> Agreements(IReadOnlyList<FoundAgreement> found, FoundAgreement read)
    {
        if (found is [var first, ..] && IsSame(first, read))
            read = read with
            {
                Name = first.Name,
                Date = first.Stage == read.Stage ? first.Date : null,
                DateGrain = first.DateGrain,
                Evidence = [.. read.Evidence, .. first.Evidence],
            };
        return [read, .. found.Skip(1).Where(other => !IsSame(other, read))];
    }

    private static bool IsSame(FoundAgreement one, FoundAgreement other)
        => one.Type == other.Type && one.Parties.Order(StringComparer.Ordinal).SequenceEqual(other.Parties.Order(StringComparer.Ordinal), StringComparer.Ordinal);
}
