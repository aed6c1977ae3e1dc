using System.Buffers;
using NewsWatch.Calendar;

namespace NewsWatch.TrackAgreement;

/// <summary>Turns evidence into the sentences a reader wants to see.</summary>
public static class EvidenceSentence
{
    /// <summary>Most UTF-16 code units of a quote.</summary>
    public const int MaxLength = 600;

    /// <summary>UTF-16 code units in which a word's border is looked for.</summary>
    private const int Border = 40;

    private static readonly SearchValues<char> FullWidthEnds = SearchValues.Create("。！？\n");

    /// <summary>The sentences the evidence lies in, each once, in the order of the evidence; evidence outside the text is left out.</summary>
    public static IReadOnlyList<Quote> Of(ArticleContent content, IEnumerable<Evidence> evidence)
        => [.. evidence.Select(piece => Of(content, piece)).OfType<Quote>()
            .GroupBy(quote => (quote.InTitle, quote.Text))
            .Select(same => same.First() with
            {
                Start = same.Min(quote => quote.Start),
                End = same.Max(quote => quote.End),
                Rules = [.. same.SelectMany(quote => quote.Rules).Distinct(StringComparer.Ordinal)],
            })];

    /// <summary>
    /// The sentence that a piece of evidence lies in, as a stretch of title or text, without the white space around it; of one too long to
    /// quote, as much around the evidence as there is room for. Null for evidence outside the text.
    /// </summary>
    public static (int Start, int End)? Around(ArticleContent content, Evidence evidence)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(evidence);
        var text = evidence.InTitle ? content.Title : content.Text;
        if (evidence.Start < 0 || evidence.End > text.Length || evidence.Start >= evidence.End)
            return null;
        var start = SentenceStart(text, evidence.Start);
        var end = SentenceEnd(text, evidence.End);
        if (end - start > MaxLength)
            (start, end) = Narrow(text, evidence);
        return Trim(text, start, end);
    }

    /// <summary>Every sentence of a text in order, as stretches without the white space around them.</summary>
    public static IEnumerable<(int Start, int End)> All(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (var start = 0; start < text.Length;)
        {
            var end = SentenceEnd(text, start + 1);
            if (Trim(text, start, end) is { } stretch && stretch.End > stretch.Start)
                yield return stretch;
            start = end;
        }
    }

    private static Quote? Of(ArticleContent content, Evidence evidence)
    {
        if (Around(content, evidence) is not var (start, end))
            return null;
        var text = evidence.InTitle ? content.Title : content.Text;
        return new(text[start..end], evidence.Start, evidence.End, evidence.InTitle, [evidence.Rule]);
    }

    private static (int Start, int End) Trim(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (start < end && char.IsWhiteSpace(text[end - 1]))
            end--;
        return (start, end);
    }

    private static int SentenceStart(string text, int from)
    {
        var start = from;
        while (start > 0 && !EndsSentence(text, start - 1))
            start--;
        return start;
    }

    private static int SentenceEnd(string text, int from)
    {
        var end = from;
        while (end < text.Length && !EndsSentence(text, end - 1))
            end++;
        return end;
    }

    /// <summary>
    /// True where a sentence ends with this character: a line's end, a full-width stop, or a stop before white space that no short
    /// word or ordinal day precedes ("No. 3", "J. Smith" and "8. Januar" go on).
    /// </summary>
    private static bool EndsSentence(string text, int index)
    {
        var last = text[index];
        if (FullWidthEnds.Contains(last))
            return true;
        if (last is not ('.' or '!' or '?') || index + 1 >= text.Length || !char.IsWhiteSpace(text[index + 1]))
            return false;
        var word = index;
        while (word > 0 && char.IsLetter(text[word - 1]))
            word--;
        return last != '.' || index - word > 2 || (word > 0 && char.IsDigit(text[index - 1]) && !OrdinalDay.EndsAt(text, index));
    }

    /// <summary>
    /// Of a sentence too long to quote, the evidence and as much around it as there is room for, from a word's border where one is near, and
    /// never through a surrogate pair.
    /// </summary>
    private static (int Start, int End) Narrow(string text, Evidence evidence)
    {
        var room = Math.Max(0, MaxLength - (evidence.End - evidence.Start)) / 2;
        var start = Math.Max(0, evidence.Start - room);
        var end = Math.Min(text.Length, Math.Min(evidence.End + room, start + MaxLength));
        if (start > 0)
            start = NearestBorder(text, start, evidence.Start);
        if (end < text.Length)
            end = NearestBorder(text, end, evidence.End);
        if (start > 0 && char.IsLowSurrogate(text[start]))
            start--;
        if (end < text.Length && char.IsLowSurrogate(text[end]))
            end--;
        return (start, end);
    }

    /// <summary>A white space or mark within reach on the way to what must stay; Chinese and Japanese have only marks between words.</summary>
    private static int NearestBorder(string text, int from, int to)
    {
        var step = Math.Sign(to - from);
        for (int at = from, looked = 0; at != to && looked < Border; at += step, looked++)
            if (char.IsWhiteSpace(text[at]) || char.IsPunctuation(text[at]))
                return step > 0 ? at + 1 : at;
        return from;
    }
}
