namespace NewsWatch.Review.Articles;

/// <summary>A stretch to mark, with the number readers know it by.</summary>
/// <param name="Number">From 1, in the order of the text, the title first.</param>
/// <param name="InTitle">True where it lies in the title.</param>
/// <param name="Start">First UTF-16 code unit.</param>
/// <param name="End">The code unit after the last.</param>
/// <param name="Rules">Names of the rules that read it.</param>
/// <param name="Against">True where every one of them speaks against.</param>
public sealed record Mark(int Number, bool InTitle, int Start, int End, IReadOnlyList<string> Rules, bool Against);
