using System.Text.RegularExpressions;

namespace NewsWatch.Text.Html;

/// <summary>The tags that stand in titles: seen in text that should hold none, they were escaped once too often.</summary>
internal static partial class InlineTags
{
    public static bool Occur(string text) => text.Contains('<', StringComparison.Ordinal) && Pattern().IsMatch(text);

    [GeneratedRegex("</?(?:a|abbr|b|big|br|cite|code|em|font|i|img|p|q|s|small|span|strong|sub|sup|tt|u|wbr)(?:\\s[^<>]*)?/?>", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Pattern();
}
