using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NewsWatch.Review.Alerts;

/// <summary>Writes JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/).</summary>
internal static class JsonFeedFormat
{
    public const string ContentType = "application/feed+json; charset=utf-8";

    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(OutgoingFeed feed, Uri self)
    {
        var written = new JsonObject
        {
            ["version"] = "https://jsonfeed.org/version/1.1",
            ["title"] = feed.Title,
            ["home_page_url"] = new Uri(self, "/").AbsoluteUri,
            ["feed_url"] = self.AbsoluteUri,
            ["language"] = "en",
            ["authors"] = new JsonArray(new JsonObject { ["name"] = "NewsWatch" }),
            ["items"] = new JsonArray([.. feed.Entries.Select(Entry)]),
        };
        return Encoding.UTF8.GetBytes(written.ToJsonString(Options));
    }

    private static JsonObject Entry(OutgoingEntry entry)
    {
        var item = new JsonObject
        {
            ["id"] = entry.Id,
            ["title"] = entry.Title,
            ["content_html"] = entry.Html,
            ["date_published"] = FeedText.Date(entry.Published),
            ["date_modified"] = FeedText.Date(entry.Updated),
        };
        if (entry.Link is { } link)
            item["url"] = link.AbsoluteUri;
        if (entry.Sources is [var first, ..] && first != entry.Link)
            item["external_url"] = first.AbsoluteUri;
        if (entry.Terms.Count > 0)
            item["tags"] = new JsonArray([.. entry.Terms.Select(term => (JsonNode)term)]);
        return item;
    }
}
