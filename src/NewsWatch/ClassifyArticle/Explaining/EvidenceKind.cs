using System.Collections.Frozen;
using NewsWatch.ClassifyArticle.Claims;

namespace NewsWatch.ClassifyArticle.Explaining;

/// <summary>What the words of a piece of evidence are to a reader, by the rule that read them.</summary>
public enum EvidenceKind
{
    /// <summary>What names the agreement.</summary>
    Instrument,

    /// <summary>What names a party.</summary>
    Party,

    /// <summary>What was done with it.</summary>
    Act,

    /// <summary>When.</summary>
    Day,

    /// <summary>A whole sentence, chosen by an analyst or quoted by the second reader.</summary>
    Sentence,
}

/// <summary>Tells the kind of a rule from its name.</summary>
public static class EvidenceKinds
{
    /// <summary>The rule of a sentence that an analyst marked.</summary>
    public const string Analyst = "analyst";

    private static readonly FrozenSet<string> Acts = WireName.All<Act>().ToFrozenSet(StringComparer.Ordinal);

    /// <summary>
    /// The kind of a rule. A rule of a term file is named <c>language:section:pattern</c>, one of parties <c>party:code:pattern</c>, one of
    /// days <c>date:how</c>, one of known names <c>known:type:name</c>.
    /// </summary>
    public static EvidenceKind Of(string rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var parts = rule.Split(':', 3);
        return parts switch
        {
            ["party", ..] => EvidenceKind.Party,
            ["date", ..] => EvidenceKind.Day,
            [Analyst] or ["second-reader", ..] => EvidenceKind.Sentence,
            [_, var section, ..] when Acts.Contains(section.Split(' ')[0]) => EvidenceKind.Act,
            _ => EvidenceKind.Instrument,
        };
    }
}
