using System.Collections.Frozen;
using System.Globalization;

namespace NewsWatch.Agreements;

/// <summary>The rows of <c>parties.tsv</c>: names and research codes of parties.</summary>
public static class PartyTable
{
    private static readonly FrozenDictionary<string, Party> ByCode = Read().ToFrozenDictionary(party => party.Code, StringComparer.Ordinal);

    /// <summary>Every row, in the order of codes.</summary>
    public static IReadOnlyList<Party> All { get; } = [.. ByCode.Values.OrderBy(party => party.Code, StringComparer.Ordinal)];

    /// <summary>The party with this code; one that has nothing but its code where the table does not know it.</summary>
    public static Party Of(string code) => ByCode.GetValueOrDefault(code) ?? new(code, null, null, null, code);

    /// <summary>True for a code of the table.</summary>
    public static bool Knows(string code) => ByCode.ContainsKey(code);

    /// <summary>Names of parties, joined: <c>France–Japan</c>.</summary>
    public static string Names(IEnumerable<string> codes) => string.Join('–', codes.Select(code => Of(code).Name));

    private static List<Party> Read()
    {
        using var stream = typeof(PartyTable).Assembly.GetManifestResourceStream("NewsWatch.Agreements.parties.tsv")!;
        using var reader = new StreamReader(stream);
        var parties = new List<Party>();
        while (reader.ReadLine() is { } line)
            if (!line.StartsWith('#') && line.Split('\t') is [var code, var iso3, var abbreviation, var number, var name])
                parties.Add(new(code, Given(iso3), Given(abbreviation), Given(number) is { } given ? int.Parse(given, CultureInfo.InvariantCulture) : null, name));
        return parties;
    }

    private static string? Given(string value) => value.Length == 0 ? null : value;
}
