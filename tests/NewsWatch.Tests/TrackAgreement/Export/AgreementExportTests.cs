using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NewsWatch.TrackAgreement.Export;

namespace NewsWatch.Tests.TrackAgreement.Export;

public sealed partial class AgreementExportTests : IAsyncLifetime, IDisposable
{
    private readonly LedgerBench bench = new();

    public async Task InitializeAsync()
    {
        await bench.FileAsync(Told.At("2017-01-08", "https://www.mod.go.jp/a", Told.Acsa(AgreementStage.Negotiating) with { Name = "=ACSA, \"so called\"" }));
        await bench.FileAsync(Told.On("2018-07-13", "daily", Told.Acsa(AgreementStage.Signed, "2018-07-12") with { Name = "=ACSA, \"so called\"" }));
        await bench.FileAsync(Told.On("2018-07-13", "weekly", Told.Acsa(AgreementStage.Signed, null, false, "AU", "GB", "EU") with { Type = AgreementType.Cyber }));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task Csv_has_a_row_a_dyad_and_stage_with_codes_of_ISO_and_COW()
    {
        var lines = (await ExportAsync(ExportFormat.Csv)).TrimEnd().Split("\r\n");
        Assert.Equal(1 + 2 + 3, lines.Length);
        Assert.StartsWith("agreement,name,type,party_a,", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("acsa-fr-jp,\"'=ACSA, \"\"so called\"\"\",acsa,FR,FRA,220,FRN,France,JP,JPN,740,JPN,Japan,FR | JP,negotiating,2017-01-08,day,2017,0,0,1,1,ministry,JP,1,", lines[1], StringComparison.Ordinal);
        Assert.Contains(",signed,2018-07-12,day,2018,1,1,1,1,press,,1,2018-07-13,https://daily.example/news/2018-07-13,They signed the pact on Tuesday.", lines[2], StringComparison.Ordinal);
        Assert.Equal(3, lines.Count(line => line.StartsWith("cyber-au-eu-gb,", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Json_lines_hold_an_agreement_each_with_evidence_and_links()
    {
        var lines = (await ExportAsync(ExportFormat.JsonLines)).TrimEnd().Split('\n');
        Assert.Equal(2, lines.Length);
        var agreement = JsonNode.Parse(lines[0])!;
        Assert.Equal("signed", (string?)agreement["stage"]);
        var source = agreement["stages"]![0]!["sources"]![0]!;
        Assert.Equal(("ministry", "https://www.mod.go.jp/a"), ((string?)source["rank"], (string?)source["address"]));
        Assert.Equal("They signed the pact on Tuesday.", (string?)source["evidence"]![0]);
    }

    [Fact]
    public async Task Stix_is_a_bundle_as_version_2_1_asks()
    {
        var first = await ExportAsync(ExportFormat.Stix);
        Assert.Equal(first, await ExportAsync(ExportFormat.Stix));
        var bundle = JsonNode.Parse(first)!.AsObject();
        Assert.Equal(["id", "objects", "type"], bundle.Select(member => member.Key).Order());
        var objects = bundle["objects"]!.AsArray().Select(one => one!.AsObject()).ToList();
        var ids = objects.Select(one => (string)one["id"]!).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(objects, one =>
        {
            Assert.Equal("2.1", (string?)one["spec_version"]);
            Assert.Matches(Identifier(), (string)one["id"]!);
            Assert.StartsWith((string)one["type"]! + "--", (string)one["id"]!, StringComparison.Ordinal);
            Assert.Matches(Timestamp(), (string)one["created"]!);
            Assert.True(string.CompareOrdinal((string)one["created"]!, (string)one["modified"]!) <= 0);
            Assert.True(one["created_by_ref"] is null || ids.Contains((string)one["created_by_ref"]!));
            foreach (var required in Required[(string)one["type"]!])
                Assert.True(one.ContainsKey(required), $"{one["type"]} lacks {required}");
            Assert.DoesNotContain(one, member => member.Value is JsonArray { Count: 0 });
        });
        var report = Assert.Single(objects, one => ((string)one["name"]!).StartsWith("France–Japan", StringComparison.Ordinal));
        Assert.All(report["object_refs"]!.AsArray(), id => Assert.Contains((string)id!, ids));
        var extension = Assert.Single(report["extensions"]!.AsObject());
        Assert.Contains(extension.Key, ids);
        Assert.Equal("property-extension", (string?)extension.Value!["extension_type"]);
        Assert.Contains(report["external_references"]!.AsArray(), reference => (string?)reference!["description"] == "They signed the pact on Tuesday.");
    }

    private static readonly Dictionary<string, string[]> Required = new()
    {
        ["identity"] = ["name"],
        ["location"] = ["country"],
        ["report"] = ["name", "published", "object_refs"],
        ["extension-definition"] = ["name", "schema", "version", "extension_types", "created_by_ref"],
    };

    private async Task<string> ExportAsync(ExportFormat format)
    {
        using var stream = new MemoryStream();
        await bench.Get<AgreementExport>().WriteAsync(stream, format, default);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    [GeneratedRegex("^[a-z-]+--[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$")]
    private static partial Regex Identifier();

    [GeneratedRegex("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z$")]
    private static partial Regex Timestamp();
}
