using System.Text;
using System.Text.Json;
using NewsWatch.PollFeeds.Parsing.Correction;
using NewsWatch.Text;
using NewsWatch.Text.Html;

namespace NewsWatch.PollFeeds.Parsing.Json;

/// <summary>
/// Reads JSON Feed 1.0 and 1.1 item by item, so that a document that breaks off keeps every item before the break and a large one costs no
/// more than its items. (CodeHollow turns the whole document into XML first, without bound, and gives up at the first error.)
/// </summary>
internal static class JsonFeedReader
{
    private static readonly JsonReaderOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = Bound.Json.FeedDepth };

    public static FeedParse Read(string text, Uri? address, FeedParser.Reading reading, FeedRepairs known)
    {
        var head = new JsonFeedHead();
        List<FeedEntry> entries = [];
        var repairs = known;
        var left = 0;
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(JsonText.Whole(text)), Options);
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = reader.GetString()!;
                reader.Read();
                if (name == "items" && reader.TokenType == JsonTokenType.StartArray) left += Items(ref reader, entries, address, reading);
                else if (JsonFeedHead.Knows(name)) head.Add(name, JsonElement.ParseValue(ref reader));
                else reader.Skip();
            }
        }
        catch (JsonException)
        {
            // Broken off. What was read before is a feed, or it is nothing; the head tells.
            repairs |= FeedRepairs.CutOff;
        }
        return head.IsFeed || entries.Count > 0
            ? new FeedParse.Parsed(head.ToDocument(address) with
            {
                Entries = entries,
                Left = left,
                Repairs = repairs | (left > 0 ? FeedRepairs.TooLarge : 0),
            })
            : new FeedParse.Failed("it is JSON, but no JSON Feed");
    }

    /// <returns>How many items were only counted, being more than allowed.</returns>
    private static int Items(ref Utf8JsonReader reader, List<FeedEntry> entries, Uri? address, FeedParser.Reading reading)
    {
        var left = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            reading.Cancellation.ThrowIfCancellationRequested();
            if (entries.Count >= reading.Limits.MaxEntries)
            {
                reader.Skip();
                left++;
                continue;
            }
            var item = JsonElement.ParseValue(ref reader);
            if (item.ValueKind == JsonValueKind.Object) entries.Add(Entry(item, address, reading.Dates));
        }
        return left;
    }

    /// <summary>The one attachment that is a PDF (JSON Feed 1.1, "attachments"); null where there is none, or several.</summary>
    private static string? Document(JsonElement item, Uri? address)
        => item.TryGetProperty("attachments", out var attachments) && attachments.ValueKind == JsonValueKind.Array
            && attachments.EnumerateArray()
                .Where(one => one.ValueKind == JsonValueKind.Object
                    && EntryDocument.IsPdf(JsonFields.Text(one, "url"), JsonFields.Text(one, "mime_type")))
                .Select(one => JsonFields.Link(one, "url", address)).OfType<string>().ToList() is [var sole]
            ? sole
            : null;

    private static FeedEntry Entry(JsonElement item, Uri? address, FeedDates dates)
    {
        var html = JsonFields.Text(item, "content_html");
        var content = html ?? JsonFields.Text(item, "content_text");
        var published = dates.Read(JsonFields.Text(item, "date_published"));
        var updated = dates.Read(JsonFields.Text(item, "date_modified"));
        var summary = PlainText.Body(JsonFields.Text(item, "summary"), isHtml: false);
        return new()
        {
            Title = PlainText.Title(JsonFields.Text(item, "title"), isHtml: false),
            Link = JsonFields.Link(item, "url", address) ?? JsonFields.Link(item, "external_url", address),
            Id = JsonFields.Text(item, "id"),
            Published = published?.Value,
            PublishedMarks = published?.Marks ?? FeedDateMarks.None,
            Updated = updated?.Value,
            UpdatedMarks = updated?.Marks ?? FeedDateMarks.None,
            Summary = summary.Length > 0 ? summary : PlainText.Body(content, html is not null),
            Content = content,
            ContentIsHtml = html is not null,
            Document = Document(item, address),
            Author = JsonFields.Authors(item),
        };
    }
}
