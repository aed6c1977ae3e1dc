namespace NewsWatch.PollFeeds.Parsing.Repair;

/// <summary>
/// Rewrites a document as well-formed XML, keeping everything that can be kept: it walks the text tag by tag, closes what was left open,
/// drops what was closed without being open, and escapes what is no markup.
/// </summary>
internal sealed class XmlMender
{
    // What begins as a tag may go on to the end of the text without being one, and so may each of a million beginnings. Once as much as the
    // whole text was read in vain, no tag is taken to be longer than this.
    private const int ShortTag = 1_000;

    private readonly string text;
    private readonly MendedOutput output;
    private readonly MendedElements elements;
    private readonly CancellationToken cancellation;
    private int at;
    private int readInVain;
    private bool commentsEnd = true;
    private bool instructionsEnd = true;

    private XmlMender(string text, FeedLimits limits, CancellationToken cancellation)
    {
        this.text = text;
        this.cancellation = cancellation;
        output = new MendedOutput(text.Length + 256);
        elements = new MendedElements(output, limits);
    }

    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public static MendedXml Mend(string text, FeedLimits limits, CancellationToken cancellation = default)
        => new XmlMender(text, limits, cancellation).Run();

    private MendedXml Run()
    {
        while (at < text.Length && !elements.RootIsClosed && !elements.LimitReached)
        {
            cancellation.ThrowIfCancellationRequested();
            var markup = text.IndexOf('<', at);
            if (markup < 0) markup = text.Length;
            Text(at, markup);
            at = markup;
            if (at < text.Length) Markup();
        }
        if (elements.RootIsClosed && !text.AsSpan(at).IsWhiteSpace()) output.Repairs |= FeedRepairs.OutsideRoot;
        elements.CloseAll();
        return new(output.Finish(), output.Repairs);
    }

    private void Text(int start, int end)
    {
        var span = text.AsSpan(start, end - start);
        if (elements.InRoot) output.Escape(span);
        else if (!span.IsWhiteSpace()) output.Repairs |= FeedRepairs.OutsideRoot;
    }

    private void Markup()
    {
        var rest = text.AsSpan(at);
        if (rest.StartsWith("<![CDATA[")) Section(rest);
        else if (rest.StartsWith("<!--")) at += Past(rest, "-->", ref commentsEnd);
        else if (rest.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase)) Type(rest);
        else if (rest.StartsWith("<?")) at += Past(rest, "?>", ref instructionsEnd);
        else if (rest is ['<', '!', ..]) at += Tag(rest);
        else if (rest is ['<', '/', ..]) EndTag(rest);
        else if (rest.Length > 1 && MendedNames.MayStart(rest[1])) StartTag(rest);
        else Literal();
    }

    private void Section(ReadOnlySpan<char> rest)
    {
        const int opening = 9;
        var end = rest.IndexOf("]]>");
        if (end < 0) output.Repairs |= FeedRepairs.CutOff;
        var content = end < 0 ? rest[opening..] : rest[opening..end];
        if (elements.InRoot) output.Section(content);
        at += end < 0 ? rest.Length : end + 3;
    }

    private void Type(ReadOnlySpan<char> rest)
    {
        var length = DocumentType.Measure(rest);
        output.Entities = DocumentType.Entities(rest[..length]);
        output.Repairs |= FeedRepairs.DocumentType;
        at += length;
    }

    private void EndTag(ReadOnlySpan<char> rest)
    {
        var end = rest[1..].IndexOfAny('>', '<') + 1;
        if (end == 0)
        {
            CutOff();
            return;
        }
        elements.Close(rest[2..end].Trim());
        if (rest[end] == '<') output.Repairs |= FeedRepairs.Tags;
        at += rest[end] == '<' ? end : end + 1;
    }

    private void StartTag(ReadOnlySpan<char> rest)
    {
        var within = readInVain < text.Length ? rest : rest[..Math.Min(rest.Length, ShortTag)];
        var length = TagReader.Read(within, out var tag, out var read);
        if (length == 0)
        {
            readInVain += read;
            if (rest[1..].IndexOf('<') >= 0) Literal();
            else CutOff();
            return;
        }
        at += length;
        if (tag.Malformed) output.Repairs |= FeedRepairs.Tags;
        elements.Open(tag);
    }

    // The text breaks off inside a tag.
    private void CutOff()
    {
        output.Repairs |= FeedRepairs.CutOff;
        at = text.Length;
    }

    private void Literal()
    {
        if (elements.InRoot)
        {
            output.Repairs |= FeedRepairs.Tags;
            output.Raw("&lt;");
        }
        at++;
    }

    // What never ends is left at the next '>'. It is looked for once: a text may hold a million beginnings.
    private static int Past(ReadOnlySpan<char> rest, string end, ref bool ends)
    {
        var found = ends ? rest.IndexOf(end) : -1;
        ends = found >= 0;
        return ends ? found + end.Length : Tag(rest);
    }

    private static int Tag(ReadOnlySpan<char> rest) => rest.IndexOf('>') is >= 0 and var end ? end + 1 : rest.Length;
}
