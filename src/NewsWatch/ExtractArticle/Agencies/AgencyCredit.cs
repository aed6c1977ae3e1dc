using System.Buffers;

namespace NewsWatch.ExtractArticle.Agencies;

/// <summary>
/// Whose copy an article is, by the places where agencies are credited: the site itself, the byline, the dateline, and a line of its own
/// or a bracket at the end. An agency merely named in a sentence is no credit.
/// </summary>
internal static class AgencyCredit
{
    private const int DatelineLength = 110;
    private const int CreditLineLength = 60;
    private const int LinesAtEnd = 3;

    private static readonly SearchValues<char> Brackets = SearchValues.Create("()[]（）［］【】〔〕/／|*=");
    private static readonly SearchValues<char> Dashes = SearchValues.Create("—–―-－.:：。©");
    private static readonly SearchValues<char> Commas = SearchValues.Create(",、，·・+&＋;");

    private static readonly string[] Leads =
    [
        "by", "source", "sources", "via", "from", "copyright", "with", "photo", "staff", "inputs", "report", "quelle", "quellen", "von", "mit",
        "fuente", "fonte", "avec", "con", "com", "da", "par", "por", "și", "und", "and", "et", "y", "e", "i",
    ];

    /// <summary>Name of the agency; null where none is credited.</summary>
    public static string? Of(string host, IReadOnlyList<string> authors, string text)
        => NewsAgencies.Known.ByHost(host)
            ?? First(authors.SelectMany(Parts))
            ?? InDateline(text)
            ?? AtEnd(text);

    /// <summary><c>TOKYO, Jan 8 (Kyodo) — </c>, <c>МОСКВА, 8 янв — РИА Новости.</c>, <c>新华社巴黎1月8日电</c>.</summary>
    private static string? InDateline(string text)
    {
        var firstLine = text.AsSpan(0, Math.Min(DatelineLength, text.Length));
        if (firstLine.IndexOf('\n') is var end and > 0)
            firstLine = firstLine[..end];
        var head = firstLine.ToString();
        return Telegraphed(head) ?? First(Segments(head).SkipLast(1).SelectMany(Parts));
    }

    /// <summary>A Chinese or Japanese dateline begins with the agency and ends in "wired".</summary>
    private static string? Telegraphed(string head)
    {
        var wired = head.AsSpan().IndexOfAny('电', '電');
        if (wired < 0)
            return null;
        var dateline = head.AsSpan(0, wired).TrimStart("（(【[");
        for (var length = Math.Min(dateline.Length, 8); length >= 2; length--)
            if (NewsAgencies.Known.ByCredit(dateline[..length].ToString()) is { } agency)
                return agency;
        return null;
    }

    private static string? AtEnd(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var line in lines.TakeLast(LinesAtEnd).Reverse())
            if (First(line.Length <= CreditLineLength ? Segments(line).SelectMany(Parts) : Parts(LastBracket(line))) is { } agency)
                return agency;
        return null;
    }

    private static string LastBracket(string line)
    {
        var end = line.TrimEnd('.', ' ', '。');
        var open = end.LastIndexOfAny(['(', '[', '（', '【', '©', '—', '–']);
        return open < 0 || end.Length - open > CreditLineLength ? "" : end[(open + 1)..].TrimEnd(')', ']', '）', '】');
    }

    private static IEnumerable<string> Segments(string text)
        => Split(text.Replace(" - ", " — ", StringComparison.Ordinal), Brackets).SelectMany(part => Split(part, Dashes).Prepend(part));

    /// <summary>The names in a credit: <c>Reuters/AFP</c>, <c>By Staff and AP</c>, <c>© 2017 AFP</c>.</summary>
    private static IEnumerable<string> Parts(string credit)
    {
        foreach (var part in Split(credit, Brackets).SelectMany(part => Split(part, Commas)))
        {
            yield return part;
            var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var first = Array.FindIndex(words, word => !IsLead(word));
            if (first > 0)
                yield return string.Join(' ', words[first..]);
            var last = Array.FindLastIndex(words, IsLead);
            if (last > 0 && last < words.Length - 1)
                yield return string.Join(' ', words[(last + 1)..]);
        }
    }

    private static bool IsLead(string word)
        => word.All(c => char.IsDigit(c) || char.IsPunctuation(c) || c == '©')
            || Leads.Contains(word.TrimEnd(':', '.').ToLowerInvariant(), StringComparer.Ordinal);

    private static string? First(IEnumerable<string> credits)
        => credits.Select(NewsAgencies.Known.ByCredit).FirstOrDefault(agency => agency is not null);

    private static List<string> Split(string text, SearchValues<char> separators)
    {
        var parts = new List<string>();
        var start = 0;
        while (start <= text.Length)
        {
            var length = text.AsSpan(start).IndexOfAny(separators);
            var end = length < 0 ? text.Length : start + length;
            if (end > start)
                parts.Add(text[start..end].Trim());
            start = end + 1;
        }
        return parts;
    }
}
