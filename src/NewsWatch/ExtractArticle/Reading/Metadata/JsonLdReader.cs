using System.Text.Json;
using NewsWatch.Text;

namespace NewsWatch.ExtractArticle.Reading.Metadata;

/// <summary>Reads the <c>application/ld+json</c> scripts of a page (schema.org Article and its kin).</summary>
internal static class JsonLdReader
{
    private static readonly JsonDocumentOptions Lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = Bound.Json.Depth,
    };

    private static readonly HashSet<string> ArticleTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        "Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle", "BackgroundNewsArticle",
        "ReviewNewsArticle", "AskPublicNewsArticle", "BlogPosting", "LiveBlogPosting", "Report", "TechArticle", "ScholarlyArticle",
        "SocialMediaPosting", "AdvertiserContentArticle", "SatiricalArticle", "Review", "CreativeWork",
    };

    /// <summary>Reads all scripts into one description; the first to state a field keeps it. Broken JSON is left out.</summary>
    public static JsonLdArticle Read(IReadOnlyList<string> scripts, CancellationToken cancellation = default)
    {
        var article = new JsonLdArticle();
        foreach (var script in scripts)
        {
            cancellation.ThrowIfCancellationRequested();
            using var json = Parse(script);
            if (json is not null)
                Visit(json.RootElement, article, 0);
        }
        return article;
    }

    private static JsonDocument? Parse(string script)
    {
        var text = script.AsSpan().Trim();
        if (text.StartsWith("<!--", StringComparison.Ordinal) || text.StartsWith("//<![CDATA[", StringComparison.Ordinal))
            text = text[Math.Max(0, text.IndexOfAny('{', '['))..];
        var end = text.LastIndexOfAny('}', ']');
        if (end < 0)
            return null;
        text = text[..(end + 1)];
        return TryParse(text.ToString()) ?? TryParse(Mended(text));
    }

    private static JsonDocument? TryParse(string text)
    {
        try
        {
            return JsonDocument.Parse(JsonText.Whole(text), Lenient);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Raw line breaks and tabs inside strings are the commonest fault: as spaces they harm nothing.</summary>
    private static string Mended(ReadOnlySpan<char> text) => string.Create(text.Length, text, static (target, source) =>
    {
        for (var i = 0; i < source.Length; i++)
            target[i] = source[i] < ' ' ? ' ' : source[i];
    });

    private static void Visit(JsonElement element, JsonLdArticle article, int depth)
    {
        if (depth > Bound.Json.LinkedDepth)
            return;
        if (element.ValueKind is JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
                Visit(item, article, depth + 1);
            return;
        }
        if (element.ValueKind is not JsonValueKind.Object)
            return;

        var types = Types(element);
        foreach (var type in types)
            article.Types.Add(type);
        if (types.Exists(ArticleTypes.Contains))
            Take(element, article);
        else if (types.Contains("VideoObject") && depth <= 2)
            article.Uploaded ??= Text(element, "uploadDate");
        else if (types.Contains("WebPage") && depth <= 2)
            TakePage(element, article);
        else if (types.Contains("WebSite"))
            article.SiteName ??= Text(element, "name");
        else if (types.Contains("BreadcrumbList"))
            TakeTrail(element, article);

        foreach (var name in (ReadOnlySpan<string>)["@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item", "blogPost"])
            if (element.TryGetProperty(name, out var inner) && !(name is "itemListElement" or "item" && depth > 3))
                Visit(inner, article, depth + 1);
    }

    private static void Take(JsonElement element, JsonLdArticle article)
    {
        var first = article.Headline is null;
        article.Headline ??= Text(element, "headline");
        if (!first && article.Headline is not null && Text(element, "headline") is { } other && other != article.Headline)
            return;
        article.AlternativeHeadline ??= Text(element, "alternativeHeadline");
        article.Name ??= Text(element, "name");
        article.Body ??= Text(element, "articleBody");
        article.Description ??= Text(element, "description");
        article.Published ??= Text(element, "datePublished") ?? Text(element, "dateCreated");
        article.Modified ??= Text(element, "dateModified");
        article.Section ??= Text(element, "articleSection");
        article.Language ??= Text(element, "inLanguage");
        article.Url ??= Text(element, "url");
        if (element.TryGetProperty("publisher", out var publisher))
            article.Publisher ??= NameOf(publisher);
        if (element.TryGetProperty("isAccessibleForFree", out var free))
            article.Free ??= IsTrue(free);
        if (article.Authors.Count > 0)
            return;
        foreach (var property in (ReadOnlySpan<string>)["author", "creator"])
            if (article.Authors.Count == 0 && element.TryGetProperty(property, out var authors))
                AddNames(authors, article.Authors);
    }

    private static void TakePage(JsonElement element, JsonLdArticle article)
    {
        article.Name ??= Text(element, "name");
        article.Published ??= Text(element, "datePublished");
        article.Modified ??= Text(element, "dateModified");
        article.Language ??= Text(element, "inLanguage");
    }

    private static void TakeTrail(JsonElement element, JsonLdArticle article)
    {
        if (!element.TryGetProperty("itemListElement", out var steps) || steps.ValueKind is not JsonValueKind.Array)
            return;
        foreach (var step in steps.EnumerateArray())
            if (step.ValueKind is JsonValueKind.Object && (Text(step, "name") ?? Text(step, "item")) is { } name)
                article.Trail.Add(name);
    }

    private static List<string> Types(JsonElement element)
    {
        var types = new List<string>(1);
        if (!element.TryGetProperty("@type", out var type))
            return types;
        if (type.ValueKind is JsonValueKind.Array)
            types.AddRange(type.EnumerateArray().Where(one => one.ValueKind is JsonValueKind.String).Select(Last));
        else if (type.ValueKind is JsonValueKind.String)
            types.Add(Last(type));
        return types;

        static string Last(JsonElement one)
        {
            var name = one.GetString()!;
            return name[(name.LastIndexOfAny(['/', ':']) + 1)..];
        }
    }

    private static string? Text(JsonElement element, string property)
    {
        if (!element.TryGetProperty(property, out var value))
            return null;
        if (value.ValueKind is JsonValueKind.Array)
            value = value.EnumerateArray().FirstOrDefault(one => one.ValueKind is JsonValueKind.String or JsonValueKind.Object);
        if (value.ValueKind is JsonValueKind.Object)
            value = value.TryGetProperty("@value", out var inner) || value.TryGetProperty("name", out inner) ? inner : default;
        return value.ValueKind is JsonValueKind.String && value.GetString() is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;
    }

    private static string? NameOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Object => Text(element, "name"),
        JsonValueKind.Array => element.EnumerateArray().Select(NameOf).FirstOrDefault(name => name is not null),
        _ => null,
    };

    private static void AddNames(JsonElement element, List<string> names)
    {
        if (element.ValueKind is JsonValueKind.Array)
        {
            foreach (var one in element.EnumerateArray())
                AddNames(one, names);
            return;
        }
        if (element.ValueKind is JsonValueKind.Object && element.TryGetProperty("name", out var name) && name.ValueKind is JsonValueKind.Array)
            AddNames(name, names);
        else if (NameOf(element) is { } one)
            names.Add(one);
    }

    private static bool IsTrue(JsonElement value)
        => value.ValueKind is JsonValueKind.True || (value.ValueKind is JsonValueKind.String && value.GetString() is "True" or "true" or "yes" or "1");
}
