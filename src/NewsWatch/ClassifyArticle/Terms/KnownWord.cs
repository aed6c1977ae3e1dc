namespace NewsWatch.ClassifyArticle.Terms;

/// <summary>What the lexicon knows of a word of a text.</summary>
/// <param name="Numbers">Every number it goes by in the vocabulary; empty for a word that no pattern has.</param>
/// <param name="Anchors">Bits of the languages in which a pattern for an agreement cannot match without it.</param>
/// <param name="Subjects">The same of patterns for what makes it one of defence.</param>
internal sealed record KnownWord(int[] Numbers, ulong Anchors, ulong Subjects)
{
    /// <summary>A word that no pattern has.</summary>
    public static KnownWord Unknown { get; } = new([], 0, 0);
}
