namespace NewsWatch.Review.Agreements;

/// <summary>How many agreements each two parties have with each other. Pure.</summary>
/// <param name="Parties">Codes of the parties shown, those with most agreements first.</param>
/// <param name="Hidden">How many others there are.</param>
/// <param name="Most">The greatest count of two parties; 0 where there is none.</param>
public sealed record PartyMatrix(IReadOnlyList<string> Parties, int Hidden, int Most)
{
    private const int Shades = 5;

    private readonly Dictionary<(string, string), int> counts = [];

    /// <summary>Agreements of two parties.</summary>
    public int Of(string one, string other) => counts.GetValueOrDefault(Pair(one, other));

    /// <summary>The shade of a count, 1 to 5 by its share of the greatest, 0 for none.</summary>
    public int Shade(int count) => count == 0 ? 0 : Math.Max(1, (int)Math.Ceiling((double)count * Shades / Most));

    /// <summary>Counts agreements.</summary>
    /// <param name="rows">The agreements.</param>
    /// <param name="most">Most parties shown.</param>
    public static PartyMatrix Of(IEnumerable<AgreementRow> rows, int most)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var pairs = new Dictionary<(string, string), int>();
        var byParty = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            foreach (var party in row.Parties)
                byParty[party] = byParty.GetValueOrDefault(party) + 1;
            foreach (var (first, one) in row.Parties.Index())
                foreach (var other in row.Parties.Skip(first + 1))
                    pairs[Pair(one, other)] = pairs.GetValueOrDefault(Pair(one, other)) + 1;
        }
        var shown = byParty.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(most).Select(pair => pair.Key).ToList();
        var matrix = new PartyMatrix(shown, byParty.Count - shown.Count, pairs.Count == 0 ? 0 : pairs.Values.Max());
        foreach (var (pair, count) in pairs)
            matrix.counts[pair] = count;
        return matrix;
    }

    private static (string, string) Pair(string one, string other) => string.CompareOrdinal(one, other) < 0 ? (one, other) : (other, one);
}
