namespace NewsWatch.TrackAgreement;

/// <summary>Ids of agreements and developments: derived from what they name, and usable in blob names and addresses.</summary>
public static class AgreementId
{
    // With the longest type and a stage behind it, an id stays below 120 characters.
    private const int LongestParties = 60;

    /// <summary>
    /// Id of the agreement of a type between parties, in whatever order or case they are given: <c>acsa-fr-jp</c>. Many parties are
    /// named by their number and a hash.
    /// </summary>
    /// <exception cref="ArgumentException">Fewer than two different parties.</exception>
    public static string Of(AgreementType type, IEnumerable<string> parties)
    {
        return $"{WireName.Of(type)}-{OfParties(parties)}";
    }

    /// <summary>Id of a set of parties: <c>fr-jp</c>; many are named by their number and a hash.</summary>
    /// <exception cref="ArgumentException">Fewer than two different parties.</exception>
    public static string OfParties(IEnumerable<string> parties)
    {
        var sorted = SortParties(parties);
        if (sorted.Count < 2)
            throw new ArgumentException("An agreement has two parties at least.", nameof(parties));
        var joined = string.Join('-', sorted).ToLowerInvariant();
        return joined.Length <= LongestParties ? joined : $"{sorted.Count}-parties-{ArticleId.Hash(joined)}";
    }

    /// <summary>Id of one of several agreements of a type between the same parties: <c>acsa-fr-jp</c>, <c>acsa-fr-jp-2</c>.</summary>
    public static string OfNumber(string first, int number)
        => number == 1 ? first : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{first}-{number}");

    /// <summary>Id of an agreement's development: <c>acsa-fr-jp_signed</c>, and <c>acsa-fr-jp_signed_2</c> where it comes to that stage again.</summary>
    /// <param name="agreement">Id of the dossier.</param>
    /// <param name="stage">The stage it came to.</param>
    /// <param name="time">Which time it is, from 1.</param>
    public static string OfDevelopment(string agreement, AgreementStage stage, int time)
    {
        var id = $"{agreement}_{WireName.Of(stage).Replace('/', '-')}";
        return time == 1 ? id : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{id}_{time}");
    }

    /// <summary>Id of the development that takes another back.</summary>
    public static string OfCorrection(string development) => $"{development}_corrected";

    /// <summary>Parties as an agreement has them: capitals, sorted, each once.</summary>
    public static IReadOnlyList<string> SortParties(IEnumerable<string> parties)
        => [.. parties.Select(party => party.Trim().ToUpperInvariant()).Where(party => party.Length > 0).Distinct().Order(StringComparer.Ordinal)];
}
