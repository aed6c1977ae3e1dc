namespace NewsWatch.ClassifyArticle.Reading;

/// <summary>A run of words up to a full stop or the end of a block.</summary>
/// <param name="First">Index of its first token.</param>
/// <param name="End">Index after its last token.</param>
/// <param name="Anchors">Bits of the languages in which it has a word that an agreement can be spoken of with.</param>
internal readonly record struct Sentence(int First, int End, ulong Anchors);
