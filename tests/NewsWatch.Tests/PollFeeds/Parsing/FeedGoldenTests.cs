using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Time.Testing;
using NewsWatch.PollFeeds.Parsing;

namespace NewsWatch.Tests.PollFeeds.Parsing;

/// <summary>Each <c>golden/{name}.xml</c> or <c>.jsonfeed</c> is parsed and must say at least what <c>golden/{name}.json</c> does; adding a pair adds a test.</summary>
public sealed class FeedGoldenTests
{
    private static readonly string Folder = Path.Combine(RepositoryFolder.Path, "tests/NewsWatch.Tests/PollFeeds/Parsing/golden");

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static TheoryData<string> Names() =>
        [.. Directory.GetFiles(Folder).Where(file => !file.EndsWith(".json", StringComparison.Ordinal)).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_feed_says_what_its_golden_file_says(string name)
    {
        var expected = JsonNode.Parse(File.ReadAllText(Path.ChangeExtension(Path.Combine(Folder, name), ".json")))!.AsObject();
        var parser = new FeedParser(new FakeTimeProvider(new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero)));
        var address = expected["address"]?.GetValue<string>() is { } given ? new Uri(given) : null;

        var parse = parser.Parse(File.ReadAllBytes(Path.Combine(Folder, name)), expected["contentType"]?.GetValue<string>(), address);

        if (expected["failed"]?.GetValue<string>() is { } reason)
        {
            Assert.Equal(reason, Assert.IsType<FeedParse.Failed>(parse).Reason);
            return;
        }
        var document = Assert.IsType<FeedParse.Parsed>(parse).Document;
        Compare(expected["document"]!, JsonSerializer.SerializeToNode(document, Json), name);
    }

    private static void Compare(JsonNode? expected, JsonNode? found, string at)
    {
        if (expected is JsonObject members)
        {
            foreach (var (member, value) in members) Compare(value, found?[member], $"{at}.{member}");
            return;
        }
        if (expected is JsonArray items)
        {
            Assert.True(found is JsonArray array && array.Count == items.Count, $"{at}: expected {items.Count} items, found {found?.ToJsonString()}");
            for (var item = 0; item < items.Count; item++) Compare(items[item], found![item], $"{at}[{item}]");
            return;
        }
        Assert.True(JsonNode.DeepEquals(expected, found), $"{at}: expected {expected?.ToJsonString() ?? "null"}, found {found?.ToJsonString() ?? "null"}");
    }
}
