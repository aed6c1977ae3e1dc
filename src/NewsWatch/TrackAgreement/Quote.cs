namespace NewsWatch.TrackAgreement;

/// <summary>A sentence that proves something, with the place it was read.</summary>
/// <param name="Text">The sentence, or as much of a long one as matters.</param>
/// <param name="Start">First UTF-16 code unit of the evidence in the article's text.</param>
/// <param name="End">The code unit after the evidence.</param>
/// <param name="InTitle">True where the offsets count in the title.</param>
/// <param name="Rules">Rules that read it.</param>
public sealed record Quote(string Text, int Start, int End, bool InTitle, IReadOnlyList<string> Rules);
