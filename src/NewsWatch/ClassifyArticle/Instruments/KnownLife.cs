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
        var (isAlike, nearest) = (false, (int?)null);
        foreach (var known in between)
            if (AgreementKin.Between(known.Type, candidate.Type) >= TypeNearness.Kin)
                (isAlike, nearest) = (true, Nearest(nearest, known, day));
        return !isAlike ? "another pact known" : nearest is { } days ? When(days) : "known";
    }

    /// <summary>True where it was signed, took force or ended within about a year of a day.</summary>
    public static bool IsOfTheseDays(KnownAgreement known, DateOnly? day) => Nearest(null, known, day) is { } days && Math.Abs(days) <= LastYear;

    /// <summary>Days since the nearest turn of an agreement and those before it, negative where it is still to come; null where no day is known.</summary>
    private static int? Nearest(int? before, KnownAgreement known, DateOnly? day)
        => day is { } today ? Nearer(Nearer(Nearer(before, known.Signed, today), known.InForce, today), known.Ended, today) : null;

    private static int? Nearer(int? nearest, ToldDay? turn, DateOnly today)
        => turn is { } told && today.DayNumber - told.First.DayNumber is var days && (nearest is not { } least || Math.Abs(days) < Math.Abs(least)) ? days : nearest;

    private static string When(int days) => days switch
    {
        < -LastYear => "known, long before it",
        < -AboutNow => "known, before it",
        <= AboutNow => "known, about now",
        <= Lately => "known, of late",
        <= LastYear => "known, of last year",
        _ => "known, of old",
    };
}
