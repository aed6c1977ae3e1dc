namespace NewsWatch.Review.Articles;

/// <summary>A piece of text under the same marks throughout.</summary>
/// <param name="Text">The piece; never empty.</param>
/// <param name="Marks">Marks it lies under, in order; empty for plain text.</param>
/// <param name="Begins">Marks that begin here.</param>
/// <param name="Ends">Marks that end here.</param>
public sealed record TextPiece(string Text, IReadOnlyList<Mark> Marks, IReadOnlyList<Mark> Begins, IReadOnlyList<Mark> Ends);
