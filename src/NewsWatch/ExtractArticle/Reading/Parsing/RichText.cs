using System.Text.Json;
using NewsWatch.Text;

namespace NewsWatch.ExtractArticle.Reading.Parsing;

/// <summary>
/// Paragraphs of rich text in the JSON of a script, as content systems keep it: a list of nodes, each with a piece of the paragraph under
/// one name (<c>{"value": "The two ", ...}, {"value": "navies", "marks": ["bold"]}</c>).
/// </summary>
internal static class RichText
{
    /// <summary>Names that systems give a node's text.</summary>
    private static readonly string[] TextNames = ["value", "text", "content"];

    /// <summary>Each paragraph in order, with the name of its list of pieces; none where the script is no JSON.</summary>
    public static IReadOnlyList<(string Name, string Paragraph)> Paragraphs(ReadOnlySpan<char> script)
    {
        var open = script.IndexOf('>') + 1;
        var json = script[open..].Trim();
        var found = new List<(string, string)>();
        if (json is not ['{' or '[', ..])
            return found;
        try
        {
            using var document = JsonDocument.Parse(JsonText.Whole(json.ToString()), new() { MaxDepth = Bound.Json.Depth });
            Visit(document.RootElement, found);
        }
        catch (JsonException)
        {
            // A programme, or data too deep to be an article's.
        }
        return found;
    }

    private static void Visit(JsonElement element, List<(string, string)> found)
    {
        if (element.ValueKind is JsonValueKind.Object)
            foreach (var property in element.EnumerateObject())
                Visit(property.Value, found);
        if (element.ValueKind is not JsonValueKind.Array)
            return;
        foreach (var name in TextNames)
        {
            if (!element.EnumerateArray().Any(node => Own(node, name) is not null))
                continue;
            found.Add((name + "[]", string.Concat(element.EnumerateArray().Select(node => Piece(node, name)))));
            return;
        }
        foreach (var node in element.EnumerateArray())
            Visit(node, found);
    }

    /// <summary>The text of one node, or of the nodes within, as a link has them; null where it has none.</summary>
    private static string? Piece(JsonElement node, string name)
    {
        if (Own(node, name) is { } own)
            return own;
        if (node.ValueKind is JsonValueKind.Object)
            foreach (var inner in node.EnumerateObject())
                if (inner is { Value.ValueKind: JsonValueKind.Array, Name: "content" or "children" })
                    return string.Concat(inner.Value.EnumerateArray().Select(child => Piece(child, name)));
        return null;
    }

    private static string? Own(JsonElement node, string name)
        => node.ValueKind is JsonValueKind.Object && node.TryGetProperty(name, out var text) && text.ValueKind is JsonValueKind.String
            ? text.GetString()
            : null;
}
