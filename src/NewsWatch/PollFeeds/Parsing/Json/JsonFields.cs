using System.Text.Json;
using NewsWatch.Text;

namespace NewsWatch.PollFeeds.Parsing.Json;

/// <summary>Fields of JSON objects, forgiving of their kinds.</summary>
internal static class JsonFields
{
    private const int MostAuthors = 50;

    /// <summary>A text or number; null where the field is missing, empty or anything else.</summary>
    public static string? Text(JsonElement item, string name) => !item.TryGetProperty(name, out var value) ? null : Text(value);

    public static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString() is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null,
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    /// <summary>An address, made absolute.</summary>
    public static string? Link(JsonElement item, string name, Uri? address) => Absolute(Text(item, name), address);

    public static string? Absolute(string? link, Uri? address) =>
        link is null || address is null || Uri.TryCreate(link, UriKind.Absolute, out var absolute) && absolute.Scheme != "file" ? link :
        Uri.TryCreate(address, link, out var resolved) ? resolved.AbsoluteUri : link;

    /// <summary>The names in <c>authors</c> (1.1) or <c>author</c> (1.0), by commas; null where there are none.</summary>
    public static string? Authors(JsonElement item)
    {
        if (item.TryGetProperty("authors", out var authors) && authors.ValueKind == JsonValueKind.Array)
        {
            var names = authors.EnumerateArray().Where(a => a.ValueKind == JsonValueKind.Object).Select(a => Text(a, "name")).OfType<string>().Take(MostAuthors).ToList();
            if (names.Count > 0) return Bound.Cut(string.Join(", ", names), Bound.Line);
        }
        return item.TryGetProperty("author", out var author) && author.ValueKind == JsonValueKind.Object && Text(author, "name") is { } one
            ? Bound.Cut(one, Bound.Line)
            : null;
    }
}
