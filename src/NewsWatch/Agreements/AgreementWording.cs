using System.Collections.Frozen;
using System.Globalization;

namespace NewsWatch.Agreements;

/// <summary>Agreements in words for people: the one place where their types, stages and days are named.</summary>
public static class AgreementWording
{
    // A treaty of many is told by its first parties and their number.
    private const int MostNamed = 4;

    private static readonly FrozenDictionary<AgreementType, (string Name, string Article)> Types = TableFile.Read("types.tsv", 3)
        .ToFrozenDictionary(row => WireName.Parse<AgreementType>(row[0])!.Value, row => (row[1], row[2]));

    private static readonly FrozenDictionary<AgreementStage, StageWords> Stages = TableFile.Read("stages.tsv", 8)
        .ToFrozenDictionary(
            row => WireName.Parse<AgreementStage>(row[0])!.Value, row => new StageWords(row[1], row[2], row[3], row[4], row[5], row[6], row[7]));

    private static readonly FrozenSet<string> Definite = TableFile.Read("definite.tsv", 1).Select(row => row[0])
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>A type as a noun: <c>ACSA</c>, <c>status of forces agreement</c>.</summary>
    public static string Name(AgreementType type) => Types[type].Name;

    /// <summary>A stage as a state: <c>negotiating</c>, <c>in force</c>.</summary>
    public static string Name(AgreementStage stage) => Stages[stage].State;

    /// <summary>How an agreement was before it moved on, to follow "it": <c>was being negotiated</c>.</summary>
    public static string Before(AgreementStage stage) => Stages[stage].Before;

    /// <summary>That a stage was not reached: <c>not signed</c>.</summary>
    public static string Denial(AgreementStage stage) => Stages[stage].Denial;

    /// <summary>An agreement by parties and kind: <c>France–Japan ACSA</c>.</summary>
    /// <param name="type">Kind of instrument.</param>
    /// <param name="parties">Codes.</param>
    /// <param name="given">A name that an analyst gave it, told instead of the kind; null for none.</param>
    public static string Pact(AgreementType type, IReadOnlyList<string> parties, string? given = null)
        => $"{Joined(parties, "–", "–", code => PartyTable.Of(code).Name)} {given ?? Name(type)}";

    /// <summary>What has happened to an agreement, to follow its name: <c>talks opened</c>.</summary>
    /// <param name="stage">The stage it has come to.</param>
    /// <param name="previous">The stage before; null for none.</param>
    public static string Event(AgreementStage stage, AgreementStage? previous)
        => previous >= stage ? Stages[stage].Again : Stages[stage].Event;

    /// <summary>A sentence of an agreement's stage: <c>An ACSA between France and Japan was signed.</c></summary>
    public static string Sentence(AgreementType type, IReadOnlyList<string> parties, AgreementStage stage, string? given = null)
    {
        var between = $"between {Joined(parties, ", ", " and ", InSentence)}";
        var (name, article) = Types[type];
        var sentence = Stages[stage].Sentence
            .Replace("{a}", given is null ? $"{article} {name} {between}" : $"the {given} {between}", StringComparison.Ordinal)
            .Replace("{the}", $"the {given ?? name} {between}", StringComparison.Ordinal);
        return $"{char.ToUpperInvariant(sentence[0])}{sentence[1..]}.";
    }

    /// <summary>What an article claims, as a line of a list: <c>Japan and Italy signed an ACSA</c>.</summary>
    public static string Claim(AgreementType type, IReadOnlyList<string> parties, AgreementStage stage)
    {
        var (name, article) = Types[type];
        if (Stages[stage].Claim is not { Length: > 0 } line)
            return Sentence(type, parties, stage)[..^1];
        var claim = line
            .Replace("{p}", Joined(parties, ", ", " and ", InSentence), StringComparison.Ordinal)
            .Replace("{n}", $"{article} {name}", StringComparison.Ordinal)
            .Replace("{k}", name, StringComparison.Ordinal);
        return $"{char.ToUpperInvariant(claim[0])}{claim[1..]}";
    }

    /// <summary>A day for reading: <c>5 Mar 2026</c>.</summary>
    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>A day no more exactly than it is told: <c>Mar 2026</c>.</summary>
    public static string Day(ToldDay day) => day.First.ToString(
        day.Grain switch { DateGrain.Year => "yyyy", DateGrain.Month => "MMM yyyy", _ => "d MMM yyyy" }, CultureInfo.InvariantCulture);

    private static string InSentence(string code) => Definite.Contains(code) ? $"the {PartyTable.Of(code).Name}" : PartyTable.Of(code).Name;

    private static string Joined(IReadOnlyList<string> parties, string between, string last, Func<string, string> name)
    {
        if (parties.Count > MostNamed)
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{string.Join(between, parties.Take(MostNamed - 1).Select(name))} and {parties.Count - MostNamed + 1} others");
        return parties.Count < 2
            ? string.Concat(parties.Select(name))
            : $"{string.Join(between, parties.Take(parties.Count - 1).Select(name))}{last}{name(parties[^1])}";
    }
}
