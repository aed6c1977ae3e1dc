using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace NewsWatch.Benchmarks.ExtractArticle.Reading;

/// <summary>One page of a measuring set with its right text.</summary>
internal sealed record GoldPage(string Set, string Id, string File, Uri? Address, string Text, string? Title, string? Date, IReadOnlyList<string> Authors)
{
    /// <summary>A third of each set, chosen by hash of the id, is left out where a model is to be judged.</summary>
    public bool HeldOut => SHA256.HashData(Encoding.UTF8.GetBytes(Id))[0] % 3 == 0;

    /// <summary>Pages of one site stay together when the training pages are parted.</summary>
    public int Fold(int folds) => SHA256.HashData(Encoding.UTF8.GetBytes(Address?.Host ?? Id))[0] % folds;

    /// <summary>Reads a set: <c>gold.json</c>, and <c>html</c> with the pages and <c>urls.json</c>.</summary>
    public static IEnumerable<GoldPage> Read(string folder)
    {
        var set = Path.GetFileName(folder.TrimEnd('/'));
        var html = Path.Combine(folder, "html");
        using var gold = JsonDocument.Parse(System.IO.File.ReadAllText(Path.Combine(folder, "gold.json")));
        using var urls = JsonDocument.Parse(System.IO.File.ReadAllText(Path.Combine(html, "urls.json")));
        foreach (var page in gold.RootElement.EnumerateObject())
        {
            var file = Path.Combine(html, page.Name + ".html");
            if (Value(page.Value, "text") is { } text && System.IO.File.Exists(file))
                yield return new(
                    set, page.Name, file,
                    Uri.TryCreate(Value(urls.RootElement, page.Name), UriKind.Absolute, out var address) ? address : null,
                    text, Value(page.Value, "title"), Value(page.Value, "date"), Names(page.Value));
        }
    }

    private static List<string> Names(JsonElement page)
        => page.TryGetProperty("authors", out var names) && names.ValueKind is JsonValueKind.Array ? [.. names.EnumerateArray().Select(name => name.GetString()!)] : [];

    private static string? Value(JsonElement element, string name)
        => element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
