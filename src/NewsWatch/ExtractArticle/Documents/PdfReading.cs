namespace NewsWatch.ExtractArticle.Documents;

/// <summary>How reading a PDF ended: exactly one of the nested cases.</summary>
internal abstract record PdfReading
{
    private PdfReading() { }

    /// <summary>It has text.</summary>
    /// <param name="Title">Of the document; null where neither its pages nor its properties give a believable one.</param>
    /// <param name="Text">Paragraphs, one a line, in reading order.</param>
    /// <param name="Published">From its first lines, else its properties; null where neither says.</param>
    /// <param name="Author">From its properties; null where they name none.</param>
    public sealed record Document(string? Title, string Text, DateTimeOffset? Published, string? Author) : PdfReading;

    /// <summary>It has none that a program can read, and why.</summary>
    public sealed record Unreadable(string Reason) : PdfReading;
}
