using System.Diagnostics;
using System.Formats.Tar;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using NewsWatch.PollFeeds.Parsing;

namespace NewsWatch.Tests.PollFeeds.Parsing;

/// <summary>How well the parser reads the feeds of the measuring data. The floors fall only by an edit here.</summary>
public sealed partial class FeedSetFloorTests
{
    private static readonly string[] Fields = ["title", "link", "id", "date"];

    private static readonly Dictionary<string, double> Floors = new()
    {
        ["title"] = 0.984,
        ["link"] = 0.979,
        ["id"] = 0.999,
        ["date"] = 0.987,
    };

    /// <summary>An empty document and a web page without its first tag.</summary>
    private const int MostUnread = 2;

    [SharedDataFact("data/feeds/feeds-dev.tar.xz")]
    public async Task The_collected_feeds_are_read_as_well_as_before()
    {
        var folder = await UnpackAsync();
        try
        {
            var (unread, shares) = Measure(folder);
            Assert.True(unread.Count <= MostUnread, "not read: " + string.Join(", ", unread));
            Assert.All(Floors, floor => Assert.True(shares[floor.Key] >= floor.Value, $"{floor.Key} is {shares[floor.Key]:f4}, was {floor.Value}"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static (List<string> Unread, Dictionary<string, double> Shares) Measure(string folder)
    {
        using var index = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "index.json")));
        using var gold = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "gold.json")));
        var parser = new FeedParser(TimeProvider.System);
        List<string> unread = [];
        var shares = Fields.ToDictionary(field => field, _ => new List<double>());
        foreach (var feed in index.RootElement.EnumerateObject())
        {
            var parse = parser.Parse(File.ReadAllBytes(Path.Combine(folder, "feeds", feed.Name)), Header(feed.Value, "content-type"), Address(feed.Value));
            var entries = parse is FeedParse.Parsed parsed ? parsed.Document.Entries : [];
            if (parse is FeedParse.Failed) unread.Add(feed.Name);
            if (gold.RootElement.TryGetProperty(feed.Name, out var truth) && truth.TryGetProperty("items", out var items)) Judge(items, entries, shares);
        }
        return (unread, shares.ToDictionary(share => share.Key, share => share.Value.Average()));
    }

    // A feed's share is that of its values that are right, so that one long feed does not decide it.
    private static void Judge(JsonElement expected, IReadOnlyList<FeedEntry> found, Dictionary<string, List<double>> shares)
    {
        foreach (var field in Fields)
        {
            int asked = 0, right = 0;
            for (var at = 0; at < expected.GetArrayLength(); at++)
            {
                if (!expected[at].TryGetProperty(field, out var value) || value.GetString() is not { Length: > 0 } wanted) continue;
                asked++;
                if (at < found.Count && IsRight(field, wanted, found[at])) right++;
            }
            if (asked > 0) shares[field].Add((double)right / asked);
        }
    }

    private static bool IsRight(string field, string wanted, FeedEntry entry) => field switch
    {
        "title" => Even(wanted) == Even(entry.Title),
        "link" => wanted.Trim() == entry.Link,
        "id" => wanted.Trim() == entry.Id,
        _ => wanted == Iso(entry.Published) || wanted == Iso(entry.Updated),
    };

    private static string Even(string text) =>
        Spaces().Replace(Tags().Replace(System.Net.WebUtility.HtmlDecode(System.Net.WebUtility.HtmlDecode(text)), ""), "");

    private static string? Iso(DateTimeOffset? date) => date?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string? Header(JsonElement feed, string name) =>
        feed.TryGetProperty("headers", out var headers) && headers.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static Uri? Address(JsonElement feed)
    {
        var address = feed.TryGetProperty("url", out var url) ? new Uri(url.GetString()!) : null;
        if (Header(feed, "content-location") is not { } location) return address;
        var found = address is null ? Uri.TryCreate(location, UriKind.Absolute, out var at) : Uri.TryCreate(address, location, out at);
        return found && at!.Scheme is "http" or "https" ? at : address;
    }

    private static async Task<string> UnpackAsync()
    {
        var folder = Directory.CreateTempSubdirectory("newswatch-feeds").FullName;
        using var xz = Process.Start(new ProcessStartInfo("xz", ["-dc", RepositoryFolder.Shared("data", "feeds", "feeds-dev.tar.xz")]) { RedirectStandardOutput = true })!;
        await TarFile.ExtractToDirectoryAsync(xz.StandardOutput.BaseStream, folder, overwriteFiles: false);
        await xz.WaitForExitAsync();
        return Path.Combine(folder, "feeds-dev");
    }

    [GeneratedRegex("<[^<>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Spaces();
}
