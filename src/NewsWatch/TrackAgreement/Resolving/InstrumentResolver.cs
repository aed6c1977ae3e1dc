namespace NewsWatch.TrackAgreement.Resolving;

/// <summary>
/// Tells the instruments of the same parties apart: by what texts call them, by type and its kin, by what is known beforehand, and by
/// where they stand in their lives. Pure, and the same whatever the order in which entries came.
/// </summary>
internal sealed class InstrumentResolver(KnownAgreements known)
{
    // By a known or proper name; by the same event; by type; what has entries; what ends or changes must have been made before.
    private const int ByName = 1000, ByOneOfSeveralNames = 250, ByEvent = 300, BySame = 300, ByKin = 200, ByGeneric = 100, ByUse = 20, ByLife = 30;

    // A passing mention by a general word means what has moved of late; a general word goes ahead to a step that comes within three years.
    private const int OfLate = 120;
    private const int OnItsWay = 1095;

    // Talks years after entry into force end in another instrument, or within this time in an amendment of the old one.
    private const int AmendmentTalks = 1095;

    /// <summary>The instruments that standing entries tell of, in the order of their lives.</summary>
    /// <param name="standing">Entries of the same parties; see <see cref="KnownNames.PartiesOf"/>.</param>
    /// <param name="parties">Those parties.</param>
    /// <param name="labels">Ids that an analyst gave entries, by their keys.</param>
    public IReadOnlyList<Strand> Resolve(
        IReadOnlyList<DossierEntry> standing, IReadOnlyList<string> parties, IReadOnlyDictionary<string, string> labels)
    {
        List<Strand> strands = [.. known.Between(parties).Select(one => new Strand(one))];
        var events = EventGrouping.Of([.. standing.Where(entry => !labels.ContainsKey(entry.Key))], known)
            .Concat(standing.Where(entry => labels.ContainsKey(entry.Key)).Select(entry => new ToldEvent([entry], known)))
            .OrderBy(told => told.First, EntryOrder.Instance);
        foreach (var told in events)
            if (!labels.TryGetValue(told.First.Key, out var label) && IsContent(told, standing) && HostOf(told, strands) is { } host)
                host.Add(told);
            else
                Place(told, strands, label);
        return [.. strands.Where(strand => strand.Events.Count > 0).OrderBy(strand => strand.Events[0].First, EntryOrder.Instance)];
    }

    /// <summary>
    /// True where one article alone mentions an agreement of that type, in passing: often what its news is about, such as the maritime patrols
    /// of a defence pact. Another article that tells it too makes it an instrument.
    /// </summary>
    private static bool IsContent(ToldEvent told, IReadOnlyList<DossierEntry> standing)
        => told.IsWeak && !told.First.Denies && told.Known.Count == 0
            && standing.All(entry => entry.Article == told.First.Article || AgreementKin.Between(entry.Type, told.Type) < TypeNearness.Kin);

    /// <summary>The strand of the article's own news of the same stage, if a general word can mean both and none is known of the type; else null.</summary>
    private static Strand? HostOf(ToldEvent told, List<Strand> strands)
        => strands.Exists(strand => strand.Known is not null && AgreementKin.Between(strand.Known.Type, told.Type) >= TypeNearness.Kin)
            ? null
            : strands.Find(strand => Nearness(strand, told) == TypeNearness.Generic && strand.Events.Any(one => one.Stage == told.Stage
                && one.Entries.Any(entry => entry.Article == told.First.Article && !entry.Background)));

    private static void Place(ToldEvent told, List<Strand> strands, string? label)
    {
        var best = label is null
            ? strands.Select(strand => (Strand: strand, Score: Score(strand, told))).Where(one => one.Score > 0)
                .OrderByDescending(one => one.Score).ThenByDescending(one => one.Strand.LastOn).FirstOrDefault().Strand
            : strands.Find(strand => strand.Label == label);
        if (best is null)
            strands.Add(best = new() { Label = label });
        best.Add(told);
        if (told.Stage == AgreementStage.AmendedOrRenewed && label is null)
            TakeTalks(best, strands);
    }

    /// <summary>Talks of late that a renewal ends were of the renewal: what looked like a successor is the same instrument.</summary>
    private static void TakeTalks(Strand renewed, List<Strand> strands)
    {
        var talks = strands.Find(strand => strand != renewed && strand is { Label: null, Reached: < AgreementStage.Signed }
            && strand.Reached > AgreementStage.Mentioned
            && AgreementKin.Between(strand.Type, renewed.Type) >= TypeNearness.Kin
            && renewed.LastOn <= strand.LastOn.AddDays(AmendmentTalks)
            && !AreApart(strand.Names, renewed.Names));
        if (talks is null)
            return;
        renewed.Join(talks);
        strands.Remove(talks);
    }

    /// <summary>How well an event goes with a strand; 0 where it is another instrument's.</summary>
    private static int Score(Strand strand, ToldEvent told)
    {
        var named = told.Known.Count > 0 && strand.Known is not null && told.Known.Contains(strand.Known);
        if ((told.Known.Count == 1 && strand.Known is not null && !named) || (!told.IsWeak && AreApart(strand.Names, told.Names)))
            return 0;
        var isNamed = (named && told.Known.Count == 1) || strand.Names.Overlaps(told.Names);
        var nearness = Nearness(strand, told);
        if ((nearness == TypeNearness.None && !isNamed) || !LifeFit.Fits(strand, told) || (!isNamed && IsToldBeside(strand, told)))
            return 0;
        var tells = strand.Tells(told) && (!told.IsWeak || AgreementKin.IsGeneric(told.Type));
        if (nearness == TypeNearness.Generic && !isNamed && !named && !tells && !IsMeant(strand, told))
            return 0;
        return (isNamed ? ByName : named ? ByOneOfSeveralNames : 0)
            + (tells && !told.IsWeak ? ByEvent : 0)
            + nearness switch { TypeNearness.Same => BySame, TypeNearness.Kin => ByKin, _ => ByGeneric }
            + (strand.Events.Count > 0 ? ByUse : 0)
            + (told.Stage >= AgreementStage.AmendedOrRenewed && strand.Made is { } made && made.Last.AddDays(LifeFit.SameSigning) < told.Day ? ByLife : 0);
    }

    /// <summary>By the strand's own type, else by the nearest of the others it was told as; a general word does not open it to other exact types.</summary>
    private static TypeNearness Nearness(Strand strand, ToldEvent told)
    {
        if (strand.Events.Count == 0 || strand.Type == told.Type)
            return AgreementKin.Between(strand.Type, told.Type);
        var exact = strand.SureTypes.Where(type => !AgreementKin.IsGeneric(type)).ToList();
        return AgreementKin.IsGeneric(told.Type) || exact.Count == 0
            ? TypeNearness.Generic
            : exact.Max(type => AgreementKin.Between(type, told.Type));
    }

    /// <summary>True where a general word can mean the strand: it is on its way and this is its next step, or it moved of late.</summary>
    private static bool IsMeant(Strand strand, ToldEvent told)
    {
        if (strand.Events.Count == 0 || strand.LastOn == default)
            return false;
        var days = told.First.ReportedOn.DayNumber - strand.LastOn.DayNumber;
        if (told.IsWeak)
            return AgreementKin.IsGeneric(told.Type) && Math.Abs(days) <= OfLate;
        return strand.Reached is > AgreementStage.Mentioned and < AgreementStage.InForce && told.Stage > strand.Reached && days <= OnItsWay
            && !told.IsBackground;
    }

    /// <summary>True where one article tells both as news of their own, under different types.</summary>
    private static bool IsToldBeside(Strand strand, ToldEvent told)
        => told.Entries.Any(entry => !entry.Background && strand.Events.Any(one => one.Entries.Any(other =>
            other.Article == entry.Article && !other.Background && other.Type != entry.Type)));

    private static bool AreApart(IEnumerable<string> one, IEnumerable<string> other)
        => one.Any() && other.Any() && !one.Intersect(other, StringComparer.Ordinal).Any();
}
