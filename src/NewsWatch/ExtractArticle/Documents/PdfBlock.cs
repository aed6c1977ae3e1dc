namespace NewsWatch.ExtractArticle.Documents;

/// <summary>A block of lines on a page.</summary>
/// <param name="Page">Number of the page, from 1.</param>
/// <param name="Lines">Its lines, top to bottom.</param>
/// <param name="Height">Typical height of its letters, in points.</param>
/// <param name="Top">Its upper side, in points from the page's lower.</param>
/// <param name="Bottom">Its lower side, likewise.</param>
/// <param name="AtEdge">True in the top or bottom eighth of the page, where running heads and page numbers are.</param>
internal sealed record PdfBlock(int Page, IReadOnlyList<string> Lines, double Height, double Top, double Bottom, bool AtEdge);
