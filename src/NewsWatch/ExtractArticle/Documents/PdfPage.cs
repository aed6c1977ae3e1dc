using UglyToad.PdfPig.Content;

namespace NewsWatch.ExtractArticle.Documents;

/// <summary>What a page of a PDF has for readers of text.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Height">Of the page as it is shown, in points.</param>
/// <param name="Letters">In the order they are drawn.</param>
/// <param name="HasPictures">True where it draws any.</param>
internal sealed record PdfPage(int Number, double Height, IReadOnlyList<Letter> Letters, bool HasPictures);
