using System.Collections.Frozen;
using NewsWatch.Text.Tables;

namespace NewsWatch.ExtractArticle.Agencies;

/// <summary>
/// The rows of <c>agencies.tsv</c>: news agencies, the credits their copy is printed under, and the hosts they publish on.
/// </summary>
internal sealed class NewsAgencies
{
    private const int LongestAbbreviation = 6;

    private readonly FrozenDictionary<string, string> exact;
    private readonly FrozenDictionary<string, string> anyCase;
    private readonly FrozenDictionary<string, string> hosts;

    private NewsAgencies(IReadOnlyList<(string Name, string[] Credits, string[] Hosts)> rows)
    {
        var credits = rows.SelectMany(row => row.Credits.Select(credit => KeyValuePair.Create(credit, row.Name))).ToArray();
        exact = credits.ToFrozenDictionary(StringComparer.Ordinal);
        anyCase = credits.Where(credit => !IsAbbreviation(credit.Key)).DistinctBy(credit => credit.Key, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        hosts = rows.SelectMany(row => row.Hosts.Select(host => KeyValuePair.Create(host, row.Name))).ToFrozenDictionary(StringComparer.Ordinal);
        Rows = rows;
    }

    /// <summary>The agencies NewsWatch knows.</summary>
    public static NewsAgencies Known { get; } = new(Read());

    /// <summary>Every row, in the file's order.</summary>
    public IReadOnlyList<(string Name, string[] Credits, string[] Hosts)> Rows { get; }

    /// <summary>The agency a credit names; null where it is no agency's credit.</summary>
    public string? ByCredit(string credit)
    {
        var trimmed = credit.Trim();
        return exact.GetValueOrDefault(trimmed) ?? anyCase.GetValueOrDefault(trimmed);
    }

    /// <summary>The agency that publishes on a host or a host above it; null where none does.</summary>
    public string? ByHost(string host)
    {
        for (var rest = host; rest.Length > 0; rest = rest[(rest.IndexOf('.') + 1)..])
        {
            if (hosts.TryGetValue(rest, out var name))
                return name;
            if (!rest.Contains('.', StringComparison.Ordinal))
                break;
        }
        return null;
    }

    /// <summary>A short credit in capitals or small letters throughout is a word of its own in another case ("Ap", "map").</summary>
    private static bool IsAbbreviation(string credit)
        => credit.Length <= LongestAbbreviation && (credit.All(char.IsUpper) || credit.All(char.IsLower)) && credit.All(char.IsAscii);

    private static (string Name, string[] Credits, string[] Hosts)[] Read()
        => [.. DataTable.Read("NewsWatch.ExtractArticle.Agencies.agencies.tsv").Select(row => (row[0], row.Words(1, '|'), row.Words(2, '|')))];
}
