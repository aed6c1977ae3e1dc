using System.Collections.Frozen;

namespace NewsWatch.Agreements;

/// <summary>
/// Agreements known beforehand, for telling the instruments of the same parties apart and for their names. They are never the source of
/// news, and never speak against what a text says.
/// </summary>
public sealed class KnownAgreements
{
    private readonly FrozenDictionary<string, KnownAgreement[]> byParties;
    private readonly FrozenDictionary<string, KnownAgreement[]> byName;

    /// <summary>Knows the agreements of a list.</summary>
    public KnownAgreements(IEnumerable<KnownAgreement> agreements)
    {
        All = [.. agreements];
        byParties = All.GroupBy(known => Key(known.Parties), StringComparer.Ordinal)
            .ToFrozenDictionary(same => same.Key, same => same.ToArray(), StringComparer.Ordinal);
        byName = All.SelectMany(known => known.AllNames.Select(name => (Name: Folded(name), Known: known)).Distinct())
            .GroupBy(pair => pair.Name, pair => pair.Known, StringComparer.Ordinal)
            .ToFrozenDictionary(same => same.Key, same => same.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>The agreements the program comes with: <c>known-agreements.tsv</c>.</summary>
    public static KnownAgreements Table { get; } = new(ReadTable());

    /// <summary>Every one, in the order of the lists.</summary>
    public IReadOnlyList<KnownAgreement> All { get; }

    /// <summary>Those between exactly these parties.</summary>
    public IReadOnlyList<KnownAgreement> Between(IEnumerable<string> parties) => byParties.GetValueOrDefault(Key(parties), []);

    /// <summary>Those that go by this name, in any spelling of case and punctuation.</summary>
    public IReadOnlyList<KnownAgreement> Named(string name) => byName.GetValueOrDefault(Folded(name), []);

    /// <summary>These, and another list that goes before them where both have an agreement of the same name and parties.</summary>
    public KnownAgreements With(IReadOnlyList<KnownAgreement> others)
    {
        ArgumentNullException.ThrowIfNull(others);
        return others.Count == 0 ? this : new(others.Concat(All.Where(known => !others.Any(other => IsSame(known, other)))));
    }

    /// <summary>A name as names are compared: letters and digits in lower case, single blanks, no article before it.</summary>
    public static string Folded(string name)
    {
        var letters = new string([.. name.Select(letter => char.IsLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : ' ')]);
        var words = letters.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words is ["the", _, ..] ? words[1..] : words);
    }

    private static bool IsSame(KnownAgreement one, KnownAgreement other)
        => Folded(one.Name) == Folded(other.Name) && one.Parties.SequenceEqual(other.Parties, StringComparer.Ordinal);

    private static string Key(IEnumerable<string> parties) => string.Join('-', parties.Order(StringComparer.Ordinal));

    private static IReadOnlyList<KnownAgreement> ReadTable()
    {
        using var stream = typeof(KnownAgreements).Assembly.GetManifestResourceStream("NewsWatch.Agreements.known-agreements.tsv")!;
        using var reader = new StreamReader(stream);
        var list = KnownAgreementReader.ReadTsv(reader);
        return list.Faults is [var fault, ..]
            ? throw new InvalidDataException($"known-agreements.tsv, line {fault.Line}: {fault.What}")
            : list.Agreements;
    }
}
