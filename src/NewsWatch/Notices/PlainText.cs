using System.Globalization;
using System.Text;

namespace NewsWatch.Notices;

/// <summary>Notices as plain text, for mail readers without HTML, push messages and the terminal.</summary>
public static class PlainText
{
    /// <summary>The whole notice; the subject apart, lines of any length.</summary>
    public static string Of(Notice notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        return string.Join("\n",
            notice.Items.Select(item => Of(item, withHeading: notice.Items.Count > 1 || item.Heading != notice.Subject)));
    }

    private static string Of(NoticeItem item, bool withHeading)
    {
        var text = new StringBuilder();
        if (withHeading)
            text.Append(CultureInfo.InvariantCulture, $"{item.Heading}\n{new string('-', Math.Min(item.Heading.Length, 72))}\n");
        foreach (var quote in item.Quotes)
            text.Append(CultureInfo.InvariantCulture, $"“{quote.Text}”{Origin(quote)}\n");
        text.Append(item.Quotes.Count > 0 ? "\n" : "").Append(item.Statement).Append('\n');
        foreach (var fact in item.Facts)
            text.Append(CultureInfo.InvariantCulture, $"{fact.Label}: {fact.Value}\n");
        foreach (var source in item.Sources)
            text.Append(CultureInfo.InvariantCulture, $"\n{source.Title}\n  {source.Detail}\n  {source.Address.AbsoluteUri}\n");
        if (item.Links.Count > 0)
            text.Append('\n');
        foreach (var link in item.Links)
            text.Append(CultureInfo.InvariantCulture, $"{link.Text}: {link.Address.AbsoluteUri}\n");
        return text.ToString();
    }

    /// <summary>Who wrote a quotation and in which language: <c> (Ministry, French)</c>; nothing where neither is known.</summary>
    internal static string Origin(NoticeQuote quote)
    {
        string[] known = [.. new[] { quote.From, LanguageName.Of(quote.Language) }.OfType<string>()];
        return known.Length == 0 ? "" : $" ({string.Join(", ", known)})";
    }
}
