using System.Buffers;
using NewsWatch.ExtractArticle.Reading.Blocks;

namespace NewsWatch.ExtractArticle.Reading.Parsing;

/// <summary>Collects text into blocks: white space collapsed, line breaks kept, invisible characters left out.</summary>
internal sealed class BlockWriter
{
    /// <summary>
    /// Space of every kind, and what is to be left out: soft hyphens, zero-width characters, marks of direction, control characters.
    /// </summary>
    private static readonly SearchValues<char> Special = SearchValues.Create(
    [
        .. " \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000",
        .. "\u00ad\u200b\u200e\u200f\u2060\ufeff",
        .. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(char.IsControl),
    ]);

    private char[] buffer = new char[16 * 1024];
    private int count, start, inLinks, inStrong, inEmphasis;
    private int linkCharacters, strongCharacters, emphasisCharacters, links, breaks, breaksInRow;
    private ClassHints hints;

    public List<Block> Blocks { get; } = [];

    public ReadOnlyMemory<char> Text => buffer.AsMemory(0, count);

    public int Pictures { get; set; }

    public int Times { get; set; }

    public void Enter(Tag tag, ClassHints inline)
    {
        hints |= inline;
        switch (tag)
        {
            case Tag.Anchor:
                inLinks++;
                links++;
                break;
            case Tag.Strong:
                inStrong++;
                break;
            case Tag.Emphasis:
                inEmphasis++;
                break;
        }
    }

    public void Leave(Tag tag)
    {
        switch (tag)
        {
            case Tag.Anchor:
                inLinks--;
                break;
            case Tag.Strong:
                inStrong--;
                break;
            case Tag.Emphasis:
                inEmphasis--;
                break;
        }
    }

    /// <summary>A line break; the second in a row ends the block.</summary>
    public void Break(Box box)
    {
        if (count == start)
            return;
        breaks++;
        if (++breaksInRow >= 2)
        {
            Flush(box);
            return;
        }
        TrimEnd();
        Put("\n");
    }

    public void Append(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var at = text.IndexOfAny(Special);
            if (at != 0)
            {
                var run = at < 0 ? text : text[..at];
                Put(run);
                breaksInRow = 0;
                text = text[run.Length..];
                continue;
            }
            if (char.IsWhiteSpace(text[0]))
                Space();
            text = text[1..];
        }
    }

    /// <summary>Ends the block, if there is one.</summary>
    public void Flush(Box box)
    {
        TrimEnd();
        var length = count - start;
        if (length > 0)
        {
            Blocks.Add(new()
            {
                Box = box,
                Start = start,
                Length = length,
                LinkCharacters = Math.Min(length, linkCharacters),
                StrongCharacters = strongCharacters,
                EmphasisCharacters = emphasisCharacters,
                Links = links,
                Breaks = breaks,
                Pictures = Pictures,
                Times = Times,
                InlineHints = hints,
                Counts = BlockCounts.Of(buffer.AsSpan(start, length)),
            });
            Pictures = 0;
            Times = 0;
        }
        start = count;
        linkCharacters = strongCharacters = emphasisCharacters = breaks = breaksInRow = 0;
        links = inLinks > 0 ? 1 : 0;
        hints = ClassHints.None;
    }

    private void Space()
    {
        if (count > start && buffer[count - 1] is not (' ' or '\n'))
            Put(" ");
    }

    private void Put(ReadOnlySpan<char> run)
    {
        if (count + run.Length > buffer.Length)
            Array.Resize(ref buffer, Math.Max(count + run.Length, buffer.Length * 2));
        run.CopyTo(buffer.AsSpan(count));
        count += run.Length;
        if (inLinks > 0)
            linkCharacters += run.Length;
        if (inStrong > 0)
            strongCharacters += run.Length;
        if (inEmphasis > 0)
            emphasisCharacters += run.Length;
    }

    private void TrimEnd()
    {
        while (count > start && buffer[count - 1] is ' ' or '\n')
            count--;
    }
}
