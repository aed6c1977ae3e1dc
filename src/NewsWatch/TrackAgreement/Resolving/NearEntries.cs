namespace NewsWatch.TrackAgreement.Resolving;

/// <summary>Finds which of many entries may tell of the same step: of one stage, and within days of each other.</summary>
internal sealed class NearEntries
{
    private readonly Dictionary<(AgreementStage Stage, int Day), List<int>> places = [];
    private readonly (AgreementStage Stage, int Day)[] steps;

    public NearEntries(IReadOnlyList<DossierEntry> entries)
    {
        steps = [.. entries.Select(entry => (entry.Stage, entry.Date.DayNumber))];
        for (var place = 0; place < steps.Length; place++)
            if (places.TryGetValue(steps[place], out var same))
                same.Add(place);
            else
                places[steps[place]] = [place];
    }

    /// <summary>Places, in order, of those before an entry that are near to it.</summary>
    public IReadOnlyList<int> Before(int place)
    {
        var (stage, day) = steps[place];
        var near = new List<int>();
        for (var one = day - ToldEvent.NearDays; one <= day + ToldEvent.NearDays; one++)
            if (places.TryGetValue((stage, one), out var same))
                near.AddRange(same.TakeWhile(other => other < place));
        near.Sort();
        return near;
    }
}
