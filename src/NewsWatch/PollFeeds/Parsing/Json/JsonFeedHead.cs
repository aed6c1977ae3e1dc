using System.Text.Json;
using NewsWatch.Text.Html;

namespace NewsWatch.PollFeeds.Parsing.Json;

/// <summary>What a JSON feed says of itself, gathered field by field.</summary>
internal sealed class JsonFeedHead
{
    private readonly Dictionary<string, JsonElement> fields = [];

    /// <summary>Whether the version is one of JSON Feed's.</summary>
    public bool IsFeed => Text("version")?.Contains("jsonfeed.org/version/", StringComparison.OrdinalIgnoreCase) ?? false;

    public static bool Knows(string field) => field is "version" or "title" or "home_page_url" or "feed_url" or "language" or "hubs";

    public void Add(string field, JsonElement value) => fields[field] = value;

    public FeedDocument ToDocument(Uri? address) => new()
    {
        Format = FeedFormat.Json,
        Title = PlainText.Title(Text("title"), isHtml: false),
        Link = JsonFields.Absolute(Text("home_page_url"), address),
        Language = Text("language"),
        Self = Web(Text("feed_url"), address),
        Hubs = Hubs(address),
    };

    private List<Uri> Hubs(Uri? address) => fields.TryGetValue("hubs", out var hubs) && hubs.ValueKind == JsonValueKind.Array
        ? [.. hubs.EnumerateArray().Where(hub => hub.ValueKind == JsonValueKind.Object).Select(hub => Web(JsonFields.Text(hub, "url"), address)).OfType<Uri>()]
        : [];

    private string? Text(string field) => fields.TryGetValue(field, out var value) ? JsonFields.Text(value) : null;

    private static Uri? Web(string? link, Uri? address) =>
        Uri.TryCreate(JsonFields.Absolute(link, address), UriKind.Absolute, out var found) && found.Scheme is "http" or "https" ? found : null;
}
