namespace NewsWatch.ClassifyArticle.Instruments;

/// <summary>
/// Where in the life of the agreements known beforehand an article stands: what was signed years ago is seldom news, what is about to be signed
/// often is. It is weighed with what the text says and never goes before it.
/// </summary>
internal static class KnownLife
{
    private const int AboutNow = 20;
    private const int Lately = 90;
    private const int LastYear = 400;

    /// <summary>How near the next turn of a known agreement of these parties and this kind is, in words for a feature's name.</summary>
    /// <param name="candidate">The agreement as the article has it.</param>
    /// <param name="day">The article's; null where unknown.</param>
    public static string Of(Candidate candidate, DateOnly? day)
    {
        var between = KnownAgreements.Table.Between(candidate.Parties);
        if (between.Count == 0)
            return "no pact known";
        var alike = between.Where(known => AgreementKin.Between(known.Type, candidate.Type) >= TypeNearness.Kin).ToList();
        return alike.Count == 0 ? "another pact known" : SinceTurn(alike, day) is { } days ? $"known, {When(days)}" : "known";
    }

    /// <summary>True where one of these was signed, took force or ended within about a year of a day.</summary>
    public static bool IsOfTheseDays(IEnumerable<KnownAgreement> known, DateOnly? day) => SinceTurn(known, day) is { } days && Math.Abs(days) <= LastYear;

    /// <summary>Days since the nearest turn of all, negative where it is still to come; null where no day is known.</summary>
    private static int? SinceTurn(IEnumerable<KnownAgreement> known, DateOnly? day)
        => day is not { } today ? null : known.SelectMany(one => new[] { one.Signed, one.InForce, one.Ended }).OfType<ToldDay>()
            .Select(turn => (int?)(today.DayNumber - turn.First.DayNumber)).MinBy(days => Math.Abs(days!.Value));

    private static string When(int days) => days switch
    {
        < -LastYear => "long before it",
        < -AboutNow => "before it",
        <= AboutNow => "about now",
        <= Lately => "of late",
        <= LastYear => "of last year",
        _ => "of old",
    };
}
