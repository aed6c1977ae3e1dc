using System.Collections.Frozen;
using NewsWatch.Text.Tables;

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

    /// <summary>The party that a reader means by a code or a name, in any case; null where there is none.</summary>
    public static Party? Find(string codeOrName) => All.FirstOrDefault(
        party => party.Code.Equals(codeOrName, StringComparison.OrdinalIgnoreCase)
            || party.Name.Equals(codeOrName, StringComparison.OrdinalIgnoreCase));

    /// <summary>Names of parties, joined: <c>France–Japan</c>.</summary>
    public static string Names(IEnumerable<string> codes) => string.Join('–', codes.Select(code => Of(code).Name));

    private static IEnumerable<Party> Read() => DataTable.Read("NewsWatch.Agreements.parties.tsv", 5)
        .Select(row => new Party(row[0], Given(row[1]), Given(row[2]), row[3].Length == 0 ? null : row.Number32(3), row[4]));

    private static string? Given(string value) => value.Length == 0 ? null : value;
}
