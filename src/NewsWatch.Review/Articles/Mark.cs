using NewsWatch.ClassifyArticle.Explaining;

namespace NewsWatch.Review.Articles;

/// <summary>A stretch of title or text to mark: a sentence that proves something, or the words it was read from.</summary>
/// <param name="InTitle">True where it lies in the title.</param>
/// <param name="Start">First UTF-16 code unit.</param>
/// <param name="End">The code unit after the last.</param>
/// <param name="Kind">What its words are; <see cref="EvidenceKind.Sentence"/> for a sentence that proves an agreement.</param>
/// <param name="Against">True for words that speak against every agreement.</param>
/// <param name="Rules">Names of the rules that read it; none for a sentence.</param>
/// <param name="Agreements">Numbers of the agreements it speaks for, from 1, in order.</param>
public sealed record Mark(
    bool InTitle, int Start, int End, EvidenceKind Kind, bool Against, IReadOnlyList<string> Rules, IReadOnlyList<int> Agreements);
