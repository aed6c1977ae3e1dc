namespace NewsWatch.ClassifyArticle.SecondReader;

/// <summary>What is to be told of an agreement on an article's word.</summary>
/// <param name="Type">Kind of instrument.</param>
/// <param name="Parties">ISO 3166 alpha-2 codes, or NATO, EU, ASEAN, UN; two or more.</param>
/// <param name="Stage">The stage it is said to have come to.</param>
public sealed record Statement(AgreementType Type, IReadOnlyList<string> Parties, AgreementStage Stage)
{
    /// <summary>Where in the article's text the evidence of it begins, in UTF-16 code units; 0 where it is not in the text.</summary>
    public int At { get; init; }

    /// <summary>True where a reading of the article says just this.</summary>
    public bool IsSaidBy(FoundAgreement read)
    {
        ArgumentNullException.ThrowIfNull(read);
        return read.Type == Type && read.Stage == Stage && read.Parties.ToHashSet(StringComparer.Ordinal).SetEquals(Parties);
    }
}
