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

    /// <summary>The nearest turn of a known agreement of these parties and this kind, in words for a feature's name.</summary>
    /// <param name="candidate">The agreement as the article has it.</param>
    /// <param name="published">The article's day; null where unknown.</param>
    public static string Of(Candidate candidate, DateTimeOffset? published)
    {
        var between = KnownAgreements.Table.Between(candidate.Parties);
        if (between.Count == 0)
            return "no pact known";
        var alike = between.Where(known => AgreementKin.Between(known.Type, candidate.Type) >= TypeNearness.Kin).ToList();
        if (alike.Count == 0)
            return "another pact known";
        if (published is not { } at)
            return "known";
        var today = DateOnly.FromDateTime(at.UtcDateTime).DayNumber;
        var days = alike.SelectMany(known => new[] { known.Signed, known.InForce, known.Ended }).OfType<ToldDay>()
            .Select(day => today - day.First.DayNumber).DefaultIfEmpty(int.MaxValue).MinBy(Math.Abs);
        return days switch
        {
            int.MaxValue => "known",
            < -LastYear => "known, long before it",
            < -AboutNow => "known, before it",
            <= AboutNow => "known, about now",
            <= Lately => "known, of late",
            <= LastYear => "known, of last year",
            _ => "known, of old",
        };
    }
}
