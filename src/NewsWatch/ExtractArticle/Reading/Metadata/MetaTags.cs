using AngleSharp.Dom;
using NewsWatch.Text.Html;

namespace NewsWatch.ExtractArticle.Reading.Metadata;

/// <summary>The meta elements of a page by <c>property</c>, <c>name</c> or <c>itemprop</c> in lower case.</summary>
internal sealed class MetaTags
{
    private readonly Dictionary<string, List<string>> values = new(StringComparer.OrdinalIgnoreCase);

    public MetaTags(IEnumerable<IElement> metas)
    {
        foreach (var meta in metas)
        {
            if (meta.GetAttribute("content") is not { Length: > 0 } content)
                continue;
            foreach (var attribute in (ReadOnlySpan<string>)["property", "name", "itemprop", "http-equiv"])
                if (meta.GetAttribute(attribute) is { Length: > 0 } names)
                    foreach (var name in names.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                        Add(name, content);
        }
    }

    /// <summary>The names that have a value, in document order.</summary>
    public IEnumerable<string> Names => values.Keys;

    /// <summary>Every value of a name, in document order.</summary>
    public IReadOnlyList<string> All(string name) => values.TryGetValue(name, out var found) ? found : [];

    /// <summary>The first value of a name as plain text; null where there is none.</summary>
    public string? First(string name) => All(name).Select(OneLine.Of).FirstOrDefault(text => text is not null);

    /// <summary>The first of several names that has a value, and that value.</summary>
    public (string Name, string Value)? First(ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (First(name) is { } value)
                return (name, value);
        return null;
    }

    private void Add(string name, string content)
    {
        if (!values.TryGetValue(name, out var list))
            values[name] = list = [];
        list.Add(content);
    }
}
