using NewsWatch.ClassifyArticle.Claims;

namespace NewsWatch.ClassifyArticle.Terms;

/// <summary>One line of a term file.</summary>
/// <param name="Kind">The section it stands in.</param>
/// <param name="Value">What the section says about it: a type, a stage, a party's code; empty where the kind says all.</param>
/// <param name="Languages">Bits of the languages it is read in.</param>
/// <param name="Rule">Name for evidence: file, section and the line itself.</param>
internal sealed record Term(TermKind Kind, string Value, ulong Languages, string Rule)
{
    /// <summary>The type <see cref="Value"/> names; null where it names none.</summary>
    public AgreementType? Type { get; init; }

    /// <summary>The act <see cref="Value"/> names; null where it names none.</summary>
    public Act? Act { get; init; }

    /// <summary>How its own form says that the act is; nothing where the form leaves it open.</summary>
    public ActForm Form { get; init; }

    /// <summary>How many words may stand between a mark and its act.</summary>
    public int Reach { get; init; }

    /// <summary>The parties <see cref="Value"/> names; empty where it names none.</summary>
    public IReadOnlyList<string> Parties { get; init; } = [];
}

/// <summary>A term found in a text.</summary>
/// <param name="Term">Which.</param>
/// <param name="First">Index of its first token.</param>
/// <param name="End">Index after its last token.</param>
internal readonly record struct Hit(Term Term, int First, int End)
{
    /// <summary>Tokens it spans.</summary>
    public int Length => End - First;
}
