using NewsWatch.Text;

namespace NewsWatch.PollFeeds.Parsing.Repair;

/// <summary>Reads one start tag, as forgiving as a browser.</summary>
internal ref struct TagReader
{
    private readonly ReadOnlySpan<char> text;
    private readonly List<KeyValuePair<string, string>> attributes = [];
    private int at = 1;
    private bool malformed;

    private TagReader(ReadOnlySpan<char> text) => this.text = text;

    /// <summary>Length of the tag that starts the text; 0 where it does not end before the next one starts, so that it may be no tag at all.</summary>
    /// <param name="text">Begins with the tag.</param>
    /// <param name="tag">The tag.</param>
    /// <param name="read">Characters that were looked at.</param>
    public static int Read(ReadOnlySpan<char> text, out MendedTag tag, out int read)
    {
        var reader = new TagReader(text);
        var length = reader.Read(out tag);
        read = reader.at;
        return length;
    }

    private int Read(out MendedTag tag)
    {
        tag = default;
        var name = MendedNames.CleanElement(Name());
        while (true)
        {
            SkipSpace();
            if (at >= text.Length || text[at] == '<') return 0;
            if (text[at] == '>') return Finish(name, false, 1, out tag);
            if (text[at] == '/' && at + 1 < text.Length && text[at + 1] == '>') return Finish(name, true, 2, out tag);
            if (!Attribute()) return 0;
        }
    }

    private int Finish(string name, bool empty, int signs, out MendedTag tag)
    {
        tag = new(name, attributes, empty, malformed);
        return at + signs;
    }

    private bool Attribute()
    {
        var name = Name();
        if (name.IsEmpty)
        {
            malformed = true;
            at++;
            return true;
        }
        SkipSpace();
        if (at >= text.Length) return false;
        if (text[at] != '=')
        {
            malformed = true;
            return Add(name, name);
        }
        at++;
        SkipSpace();
        return at < text.Length && Add(name, Value());
    }

    private ReadOnlySpan<char> Value()
    {
        var start = at;
        if (text[at] is '"' or '\'')
        {
            var length = text[(at + 1)..].IndexOf(text[at]);
            // A value that runs over the end of this tag and into the next has lost its closing quote.
            if (length >= 0 && !RunsOver(text.Slice(at + 1, length)))
            {
                at += length + 2;
                return text.Slice(start + 1, length);
            }
            start = ++at;
        }
        malformed = true;
        while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not ('>' or '<')) at++;
        return text[start..at];
    }

    private static bool RunsOver(ReadOnlySpan<char> value)
    {
        var end = value.IndexOf('>');
        return end >= 0 && value[end..].Contains('<');
    }

    private bool Add(ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        var clean = MendedNames.Clean(name);
        foreach (var (known, _) in attributes)
            if (known == clean)
            {
                malformed = true;
                return true;
            }
        if (attributes.Count < Bound.Feed.Attributes) attributes.Add(new(clean, value.ToString()));
        return true;
    }

    private ReadOnlySpan<char> Name()
    {
        var start = at;
        while (at < text.Length && !MendedNames.EndsName(text[at])) at++;
        return text[start..at];
    }

    private void SkipSpace()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
    }
}
