using System.Text.Json;

namespace NewsWatch.Cli.Commands;

/// <summary>The index of a folder of stored feeds.</summary>
internal static class FeedsIndex
{
    /// <exception cref="FailureException">It is missing, is no object of objects, or lists a feed that is not there.</exception>
    public static List<StoredFeed> Read(string folder)
    {
        var path = Path.Combine(folder, "index.json");
        if (!File.Exists(path)) throw new FailureException($"{folder} holds no index.json.");
        try
        {
            using var index = JsonDocument.Parse(File.ReadAllBytes(path));
            return [.. index.RootElement.EnumerateObject().Select(feed => Feed(folder, feed.Name, feed.Value))];
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            throw new FailureException($"{path} is not an object of feeds by id: {failure.Message}", failure);
        }
    }

    private static StoredFeed Feed(string folder, string id, JsonElement about)
    {
        var file = Path.Combine(folder, "feeds", id);
        if (!File.Exists(file)) throw new FailureException($"index.json lists {id}, but {file} is missing.");
        var headers = about.TryGetProperty("headers", out var given) ? given : default;
        return new(id, file, Text(headers, "content-type"), Address(Text(about, "url"), Text(headers, "content-location")));
    }

    // Content-Location names what was served more closely than the address asked for (RFC 9110, 8.7).
    private static Uri? Address(string? url, string? location)
    {
        var address = Web(url, null);
        return Web(location, address) ?? address;
    }

    private static Uri? Web(string? text, Uri? origin) =>
        text is not null && (origin is null ? Uri.TryCreate(text, UriKind.Absolute, out var found) : Uri.TryCreate(origin, text, out found))
        && found.Scheme is "http" or "https" ? found : null;

    private static string? Text(JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
