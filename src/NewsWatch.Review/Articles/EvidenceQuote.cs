namespace NewsWatch.Review.Articles;

/// <summary>The words of a piece of evidence.</summary>
internal static class EvidenceQuote
{
    private const int Longest = 280;

    /// <summary>The words, cut where they are many; empty for evidence outside the text or of an earlier one.</summary>
    public static string Of(Article article, Evidence evidence)
    {
        if (article.Content is not { } content || !Marks.IsCurrent(article))
            return "";
        var text = evidence.InTitle ? content.Title : content.Text;
        var words = string.Concat(MarkedText.Pieces(text, [new(evidence.InTitle, evidence.Start, evidence.End, default, false, [], [])], 0, text.Length)
            .Where(piece => piece.Marks.Count > 0).Select(piece => piece.Text));
        if (words.Length <= Longest)
            return words;
        return words[..(char.IsHighSurrogate(words[Longest - 1]) ? Longest - 1 : Longest)] + " …";
    }
}
