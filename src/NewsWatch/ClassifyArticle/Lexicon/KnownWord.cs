namespace NewsWatch.ClassifyArticle.Lexicon;

/// <summary>What the lexicon knows of a word of a text.</summary>
/// <param name="Numbers">Every number it goes by in the vocabulary; empty for a word that no pattern has.</param>
/// <param name="Anchors">Bits of the languages in which a pattern for an agreement cannot match without it.</param>
internal sealed record KnownWord(int[] Numbers, ulong Anchors)
{
    /// <summary>A word that no pattern has.</summary>
    public static KnownWord Unknown { get; } = new([], 0);
}
