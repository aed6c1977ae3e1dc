using NewsWatch.ClassifyArticle.Explaining;

namespace NewsWatch.Review.Articles;

/// <summary>How marked words are named and drawn.</summary>
internal static class MarkWords
{
    /// <summary>The kinds a reader is told of, in the order of the legend.</summary>
    public static IReadOnlyList<EvidenceKind> Kinds { get; } = [EvidenceKind.Instrument, EvidenceKind.Party, EvidenceKind.Act, EvidenceKind.Day];

    /// <summary>A kind in a word.</summary>
    public static string Of(EvidenceKind kind) => kind switch
    {
        EvidenceKind.Party => "party",
        EvidenceKind.Act => "act",
        EvidenceKind.Day => "day",
        EvidenceKind.Sentence => "sentence",
        _ => "instrument",
    };

    /// <summary>Class of words under these marks: what speaks for an agreement goes before what speaks against it.</summary>
    public static string Class(IReadOnlyList<Mark> words)
        => words.All(mark => mark.Against) ? "against" : Of(words.Where(mark => !mark.Against).Min(mark => mark.Kind));

    /// <summary>What the words are, to show where the pointer rests.</summary>
    public static string Title(IReadOnlyList<Mark> words) => string.Join("; ", words.Select(mark => mark switch
    {
        { Against: true } => "speaks against",
        { Kind: EvidenceKind.Party } => string.Join(", ", mark.Rules.Select(Party).OfType<string>().Distinct(StringComparer.Ordinal)),
        _ => Of(mark.Kind),
    }).Where(text => text.Length > 0).Distinct(StringComparer.Ordinal));

    /// <summary>The name of the party that a rule reads; null for another rule.</summary>
    public static string? Party(string rule) => rule.Split(':', 3) is ["party", var code, ..] ? PartyTable.Of(code).Name : null;
}
