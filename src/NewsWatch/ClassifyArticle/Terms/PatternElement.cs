using NewsWatch.ClassifyArticle.Words;

namespace NewsWatch.ClassifyArticle.Terms;

/// <summary>A part of a pattern.</summary>
internal abstract record PatternElement;

/// <summary>One word.</summary>
/// <param name="Word">Folded, with its stars.</param>
/// <param name="Case">The least it must be written as.</param>
internal sealed record WordElement(string Word, WordCase Case) : PatternElement;

/// <summary>Words that may come between.</summary>
/// <param name="Longest">How many at most.</param>
internal sealed record GapElement(int Longest) : PatternElement;

/// <summary>One of several rows; an empty row makes it optional.</summary>
/// <param name="Rows">The rows.</param>
internal sealed record ChoiceElement(IReadOnlyList<IReadOnlyList<PatternElement>> Rows) : PatternElement;
