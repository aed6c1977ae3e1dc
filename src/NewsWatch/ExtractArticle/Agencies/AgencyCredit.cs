using System.Text.RegularExpressions;

namespace NewsWatch.ExtractArticle.Agencies;

/// <summary>
/// Whose copy an article is, by the places where agencies are credited: the site itself, the byline, the dateline, and a line of its own
/// or a bracket at the end. An agency merely named in a sentence is no credit, nor is one that shares its credit with a person, as under
/// a picture.
/// </summary>
internal static partial class AgencyCredit
{
    private const int DatelineLength = 110;
    private const int CreditLineLength = 60;
    private const int LinesAtEnd = 3;

    /// <summary>Name of the agency; null where none is credited.</summary>
    public static string? Of(string host, IReadOnlyList<string> authors, string text)
        => NewsAgencies.Known.ByHost(host)
            ?? First(authors.SelectMany(author => Parts(author)))
            ?? InDateline(text)
            ?? AtEnd(text);

    /// <summary><c>TOKYO, Jan 8 (Kyodo) — </c>, <c>МОСКВА, 8 янв — РИА Новости.</c>, <c>新华社巴黎1月8日电</c>.</summary>
    private static string? InDateline(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        var head = text[..Math.Min(DatelineLength, end < 0 ? text.Length : end)];
        return Telegraphed(head)
            ?? Bracket().Matches(head).Concat(Slashes().Matches(head)).Concat(Dashes().Matches(head))
                .Select(match => Whole(match.Groups["credit"].Value)).FirstOrDefault(agency => agency is not null);
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
        {
            var credit = LastBracket().Match(line) is { Success: true } match ? match.Groups["credit"].Value
                : line.Length <= CreditLineLength ? line : "";
            if (Whole(credit) is { } agency)
                return agency;
        }
        return null;
    }

    /// <summary>The first agency of a credit that names nothing but agencies; null for any other.</summary>
    private static string? Whole(string credit)
    {
        if (credit.Length > CreditLineLength || Picture().IsMatch(credit))
            return null;
        var parts = Parts(credit[(credit.LastIndexOf('=') + 1)..]).ToArray();
        var agencies = parts.Select(Named).ToArray();
        return agencies.Length > 0 && agencies.All(agency => agency is not null) ? agencies[0] : null;
    }

    /// <summary>The names in a credit, without the words that lead to them: <c>By Staff and AFP</c>, <c>© 2017 AFP/dpa</c>.</summary>
    private static IEnumerable<string> Parts(string credit)
        => Separator().Split(credit).Select(part => Lead().Replace(part, "").Trim(' ', '.', '。', '-', '–', '—', '\u00A0')).Where(part => part.Length > 0);

    /// <summary>An agency by its credit, or by the end of a Japanese one that begins with the place: <c>パリ共同</c>.</summary>
    private static string? Named(string part)
        => NewsAgencies.Known.ByCredit(part)
            ?? (part.Length is > 2 and <= 10 && part[^1] > '\u3000' ? NewsAgencies.Known.ByCredit(part[^2..]) : null);

    private static string? First(IEnumerable<string> credits) => credits.Select(NewsAgencies.Known.ByCredit).FirstOrDefault(agency => agency is not null);

    [GeneratedRegex(@"[(\[（［【〔](?<credit>[^()\[\]（）［］【】〔〕\n]{2,60})[)\]）］】〕]", RegexOptions.NonBacktracking)]
    private static partial Regex Bracket();

    [GeneratedRegex(@"(^|[\s.])/(?<credit>[^/\n]{2,40})/", RegexOptions.NonBacktracking)]
    private static partial Regex Slashes();

    [GeneratedRegex(@"\s[—–―-]{1,2}\s?(?<credit>[^—–―.\n]{2,40})[.—–―]", RegexOptions.NonBacktracking)]
    private static partial Regex Dashes();

    [GeneratedRegex(@"[(\[（［【〔](?<credit>[^()\[\]（）［］【】〔〕\n]{2,60})[)\]）］】〕][.。]?\s*$", RegexOptions.NonBacktracking)]
    private static partial Regex LastBracket();

    [GeneratedRegex(@"[/,;&+·・、，|()]| - |(?<=\p{L}) (?:and|und|et|y|e|i) ", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Separator();

    [GeneratedRegex(
        @"^[\s\p{P}\p{N}©]*((?:by|sources?|via|from|copyright|with|staff|inputs?|reporting|quellen?|von|mit|fuente|fonte|avec|con|com|da|par|por|источник|출처)\b[\s\p{P}\p{N}©]*)*",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Lead();

    [GeneratedRegex(
        @"\b(photos?|fotos?|fot|image|imagen|immagine|images|pictures?|bild|kép|kuva|valokuva|zdjęcie|file|archive|video|фото|відео|видео)\b|写真|사진|图|圖",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Picture();
}
