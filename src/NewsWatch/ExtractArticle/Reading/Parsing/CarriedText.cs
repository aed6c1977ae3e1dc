using System.Net;
using System.Text;
using System.Text.Json;
using NewsWatch.ExtractArticle.Reading.Blocks;
using NewsWatch.Text;

namespace NewsWatch.ExtractArticle.Reading.Parsing;

/// <summary>
/// An article whose paragraphs are strings in the data of a script, each under the same name: the state a framework ships
/// (<c>__NEXT_DATA__</c> and its kin), or the stream a server sends its components in, whose strings hold JSON themselves.
/// </summary>
internal static class CarriedText
{
    /// <summary>Words of a string that is a paragraph, at least; paragraphs of an article; words of them all.</summary>
    private const int ShortestParagraph = 10, FewestParagraphs = 2, FewestWords = 50;

    /// <summary>Characters of a name at most.</summary>
    private const int LongestName = 64;

    /// <summary>Strings within strings that are read.</summary>
    private const int DeepestString = 2;

    /// <summary>What a server calls to send the next piece of its components, cut anywhere.</summary>
    private const string StreamPiece = "__next_f.push([1,";

    /// <summary>The paragraphs as markup; null where no script holds an article's.</summary>
    public static string? Find(string html)
    {
        List<string>? best = null;
        var most = FewestWords - 1;
        var stream = new StringBuilder();
        for (var at = Next(html, 0); at.Start >= 0; at = Next(html, at.End))
        {
            var script = html.AsSpan(at.Start, at.End - at.Start);
            AddPiece(script, stream);
            Consider(script);
        }
        Consider(stream.ToString());
        if (best is null)
            return null;
        var markup = new StringBuilder();
        foreach (var paragraph in best)
            markup.Append("<p>").Append(WebUtility.HtmlEncode(paragraph)).Append("</p>");
        return markup.ToString();

        void Consider(ReadOnlySpan<char> script)
        {
            var named = new Dictionary<string, Paragraphs>(StringComparer.Ordinal);
            Read(script, named, 0);
            foreach (var (name, paragraph) in RichText.Paragraphs(script))
                Take(paragraph, name, named, DeepestString);
            foreach (var paragraphs in named.Values)
                if (paragraphs.All.Count >= FewestParagraphs && paragraphs.Words > most)
                    (best, most) = (paragraphs.All, paragraphs.Words);
        }
    }

    private static void AddPiece(ReadOnlySpan<char> script, StringBuilder stream)
    {
        if (script.IndexOf(StreamPiece, StringComparison.Ordinal) is not (>= 0 and var at))
            return;
        var quoted = script[(at + StreamPiece.Length)..].TrimStart();
        var end = quoted.LastIndexOf('"');
        if (end > 0 && Unescaped(quoted[..(end + 1)]) is { } piece)
            stream.Append(piece);
    }

    private static (int Start, int End) Next(string html, int from)
    {
        var open = html.IndexOf("<script", from, StringComparison.OrdinalIgnoreCase);
        if (open < 0)
            return (-1, -1);
        var end = html.IndexOf("</script", open, StringComparison.OrdinalIgnoreCase);
        return (open, end < 0 ? html.Length : end);
    }

    /// <summary>Goes from string to string; one that is followed by a colon names the next.</summary>
    private static void Read(ReadOnlySpan<char> script, Dictionary<string, Paragraphs> named, int depth)
    {
        var name = "";
        for (var open = script.IndexOf('"'); open >= 0; open = script.IndexOf('"'))
        {
            script = script[open..];
            var close = 1;
            while (close < script.Length && script[close] is not '"')
                close += script[close] is '\\' ? 2 : 1;
            if (close >= script.Length)
                return;
            var text = script[..(close + 1)];
            script = script[(close + 1)..];
            if (script.TrimStart() is [':', ..])
                name = text.Length <= LongestName ? text.ToString() : "";
            else if (text.Length > 4 * ShortestParagraph && Unescaped(text) is { } value)
                Take(value, name, named, depth);
        }
    }

    private static void Take(string value, string name, Dictionary<string, Paragraphs> named, int depth)
    {
        if (depth < DeepestString && value.Contains('"', StringComparison.Ordinal) && value.AsSpan().ContainsAny('{', '['))
        {
            Read(value, named, depth + 1);
            return;
        }
        var counts = BlockCounts.Of(value);
        if (counts.Words < ShortestParagraph || counts.SentenceEnds == 0 || value.AsSpan().ContainsAny("{}<>"))
            return;
        if (!named.TryGetValue(name, out var paragraphs))
            named[name] = paragraphs = new();
        paragraphs.Add(value, counts.Words);
    }

    /// <summary>A quoted string of a script as its characters; null for one that is none of JSON.</summary>
    internal static string? Unescaped(ReadOnlySpan<char> quoted)
    {
        try
        {
            using var json = JsonDocument.Parse(JsonText.Whole(quoted.ToString()));
            return json.RootElement.GetString();
        }
        catch (JsonException)
        {
            // A string of a programme, not of JSON.
            return null;
        }
    }

    /// <summary>Paragraphs under one name, none twice: a page's data often holds its article once for each place it is shown at.</summary>
    private sealed class Paragraphs
    {
        private readonly HashSet<string> seen = new(StringComparer.Ordinal);

        public List<string> All { get; } = [];

        public int Words { get; private set; }

        public void Add(string paragraph, int words)
        {
            if (!seen.Add(paragraph))
                return;
            All.Add(paragraph);
            Words += words;
        }
    }
}
