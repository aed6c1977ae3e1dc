namespace NewsWatch.ClassifyArticle.Words;

/// <summary>A run of words up to a full stop or the end of a block.</summary>
/// <param name="First">Index of its first token.</param>
/// <param name="End">Index after its last token.</param>
/// <param name="Anchors">Bits of the languages in which it has a word that an agreement can be spoken of with.</param>
/// <param name="Subjects">Bits of the languages in which it has a word that can make it one of defence.</param>
internal readonly record struct Sentence(int First, int End, ulong Anchors, ulong Subjects)
{
    /// <summary>False where no agreement of defence can be found in it, read in these languages.</summary>
    public bool MaySpeakOfOne(ulong languages) => (Anchors & languages) != 0 && (Subjects & languages) != 0;
}
