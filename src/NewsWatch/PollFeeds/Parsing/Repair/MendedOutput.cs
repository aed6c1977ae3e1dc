using System.Buffers;
using System.Text;
using NewsWatch.Text.Html;

namespace NewsWatch.PollFeeds.Parsing.Repair;

/// <summary>Well-formed text as it is written, with what had to be mended.</summary>
internal sealed class MendedOutput(int capacity)
{
    private static readonly SearchValues<char> Special = SearchValues.Create("&<>\"" + XmlCharacters.Forbidden);
    private static readonly SearchValues<char> Forbidden = SearchValues.Create(XmlCharacters.Forbidden);

    private readonly StringBuilder output = new(capacity);
    private readonly int most = 2 * capacity;
    private readonly StringBuilder rootAttributes = new();
    private int root = -1;

    /// <summary>Entities that the document itself declares.</summary>
    public Dictionary<string, string> Entities { get; set; } = [];

    public FeedRepairs Repairs { get; set; }

    public int Length => output.Length;

    public void Raw(string text) => output.Append(text);

    public void Truncate(int length) => output.Length = length;

    /// <summary>Remembers where attributes of the root can be added.</summary>
    public void MarkRoot() => root = output.Length;

    public void AddToRoot(string attributes) => rootAttributes.Append(attributes);

    public string Finish()
    {
        if (root >= 0) output.Insert(root, rootAttributes.ToString());
        return output.ToString();
    }

    /// <summary>Character data whose references may be of any kind or none.</summary>
    public void Escape(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOfAny(Special); at >= 0; at = text.IndexOfAny(Special))
        {
            // Escaping makes text longer; a text of nothing else is cut rather than let grow.
            if (output.Length > most)
            {
                Repairs |= FeedRepairs.TooLarge;
                return;
            }
            output.Append(text[..at]);
            text = text[at..];
            text = text[(text[0] == '&' ? Reference(text) : Single(text[0]))..];
        }
        output.Append(text);
    }

    /// <summary>A CDATA section, written as one.</summary>
    public void Section(ReadOnlySpan<char> text)
    {
        output.Append("<![CDATA[");
        for (var at = text.IndexOfAny(Forbidden); at >= 0; at = text.IndexOfAny(Forbidden))
        {
            output.Append(text[..at]);
            Repairs |= FeedRepairs.Characters;
            text = text[(at + 1)..];
        }
        output.Append(text).Append("]]>");
    }

    private int Single(char sign)
    {
        if (sign is '<' or '>' or '"') output.Append(sign switch { '<' => "&lt;", '>' => "&gt;", _ => "&quot;" });
        else Repairs |= FeedRepairs.Characters;
        return 1;
    }

    private int Reference(ReadOnlySpan<char> text)
    {
        var length = NumericReference.Measure(text);
        if (length == 0) length = Predefined(text);
        if (length > 0)
        {
            output.Append(text[..length]);
            return length;
        }
        Repairs |= FeedRepairs.References;
        return Number(text) is > 0 and var number ? number : Named(text) is > 0 and var named ? named : Bare();
    }

    private int Bare()
    {
        output.Append("&amp;");
        return 1;
    }

    private int Number(ReadOnlySpan<char> text)
    {
        var length = NumericReference.Read(text, out var code);
        if (length > 0 && XmlCharacters.Allows(code)) Escape(char.ConvertFromUtf32(code));
        return length;
    }

    private int Named(ReadOnlySpan<char> text)
    {
        if (Entities.Count > 0 && text[..Math.Min(text.Length, 64)].IndexOf(';') is > 1 and var end && Entities.TryGetValue(text[1..end].ToString(), out var own))
        {
            // What a document declares may be long and used often: it grows to twice its size and no further.
            if (output.Length + own.Length < most) Escape(own.Replace("&", "&amp;", StringComparison.Ordinal));
            return end + 1;
        }
        var length = HtmlEntities.Find(text, out var characters);
        if (length > 0) Escape(characters is "&" ? "&amp;" : characters);
        return length;
    }

    private static int Predefined(ReadOnlySpan<char> text) =>
        text.StartsWith("&lt;") || text.StartsWith("&gt;") ? 4 :
        text.StartsWith("&amp;") ? 5 :
        text.StartsWith("&quot;") || text.StartsWith("&apos;") ? 6 : 0;
}
