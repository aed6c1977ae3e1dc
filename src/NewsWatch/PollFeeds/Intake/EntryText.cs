using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using NewsWatch.PollFeeds.Parsing;

namespace NewsWatch.PollFeeds.Intake;

/// <summary>What an entry says, as text.</summary>
internal static class EntryText
{
    /// <summary>Most characters kept of one entry's text: more than the longest article, less than a book.</summary>
    public const int MaxLength = 100_000;

    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "address", "article", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6",
        "header", "footer", "hr", "li", "ol", "p", "pre", "section", "table", "tr", "ul",
    };

    private static readonly HashSet<string> Silent = new(StringComparer.OrdinalIgnoreCase) { "script", "style", "noscript", "template", "svg" };

    /// <summary>
    /// Hash of what the entry says, to notice an edit: its title, letters and digits of its text and the date of its last change. Markup
    /// and spacing do not count, since they vary from one delivery of the same text to the next.
    /// </summary>
    public static string Fingerprint(FeedEntry entry)
    {
        var text = new StringBuilder(entry.Title).Append('\n').Append(entry.UpdatedMarks == FeedDateMarks.None ? entry.Updated?.UtcTicks : null).Append('\n');
        AppendLetters(text, entry.Summary, false);
        if (entry.Content is { } content)
            AppendLetters(text.Append('\n'), content, entry.ContentIsHtml);
        return ArticleId.Hash(text.ToString());
    }

    /// <summary>The longer of summary and content as plain text, one block a line.</summary>
    public static string Of(FeedEntry entry)
    {
        var content = entry.Content switch
        {
            null => "",
            _ when entry.ContentIsHtml => Plain(entry.Content),
            _ => entry.Content,
        };
        var text = content.Length > entry.Summary.Length ? content : entry.Summary;
        return text.Length <= MaxLength ? text : text[..MaxLength];
    }

    private static void AppendLetters(StringBuilder text, string source, bool isHtml)
    {
        var inTag = false;
        foreach (var letter in source)
        {
            if (isHtml && letter is '<' or '>')
                inTag = letter == '<';
            else if (!inTag && char.IsLetterOrDigit(letter))
                text.Append(letter);
        }
    }

    private static string Plain(string html)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        Walk(new HtmlParser().ParseDocument(html).Body!);
        EndLine();
        return string.Join('\n', lines);

        void Walk(INode node)
        {
            foreach (var child in node.ChildNodes)
            {
                if (child is IText text)
                    line.Append(text.Data);
                else if (child is IElement element && !Silent.Contains(element.LocalName))
                    Step(element);
            }
        }

        void Step(IElement element)
        {
            var isBlock = Blocks.Contains(element.LocalName);
            if (isBlock)
                EndLine();
            Walk(element);
            if (isBlock)
                EndLine();
        }

        void EndLine()
        {
            var words = string.Join(' ', line.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            if (words.Length > 0)
                lines.Add(words);
            line.Clear();
        }
    }
}
