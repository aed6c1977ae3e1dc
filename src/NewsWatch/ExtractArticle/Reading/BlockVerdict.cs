namespace NewsWatch.ExtractArticle.Reading;

/// <summary>Why a block of a page is part of the article's text, or is not.</summary>
/// <param name="Text">The block.</param>
/// <param name="Path">The elements around it, outermost first, three at most.</param>
/// <param name="First">Probability by itself, 0 to 1.</param>
/// <param name="Second">Probability with what was said of the blocks around it, 0 to 1: the one that counts.</param>
/// <param name="Cut">The least probability taken on this page.</param>
/// <param name="Struck">The rule that left it out whatever its probability; null where none did.</param>
/// <param name="Kept">The rule that took it over a low probability; null where none did.</param>
/// <param name="Taken">True where it is part of the text.</param>
public sealed record BlockVerdict(string Text, string Path, float First, float Second, float Cut, string? Struck, string? Kept, bool Taken);
