using System.Globalization;
using System.Text.Json.Nodes;
using NewsWatch.Fetching.Hops;

namespace NewsWatch.TrackAgreement.Export;

/// <summary>
/// Agreements as a STIX 2.1 bundle: a <c>report</c> each, which refers to its parties (a <c>location</c> for a country, an
/// <c>identity</c> for an organisation) and to the articles as external references with the evidence. What STIX has no words for (type,
/// stages, dates) is in a property extension that the bundle defines. Ids are derived: the same agreement has the same id in every export.
/// </summary>
public static class StixBundle
{
    private const string ExtensionSchema = """
        Property extension of report. type: kind of instrument. stage: the stage the agreement is at. stages: list of {stage, since (a day, the first one where
        since_precision, one of day, month and year, says that no more is told), since_is_stated (a text gives it), origins (independent sources), governments (parties that say so themselves)}, oldest first.
        parties: list of ISO 3166-1 alpha-2 codes, or NATO, EU, ASEAN, UN.
        """;

    private static readonly string Creator = Id("identity", "newswatch");
    private static readonly string Extension = Id("extension-definition", "agreement/1");

    /// <summary>The bundle.</summary>
    public static JsonObject Of(IReadOnlyList<AgreementRecord> records)
    {
        ArgumentNullException.ThrowIfNull(records);
        // What never changes is dated by the specification it follows, so that it is the same object in every export.
        var fixedTime = new DateTimeOffset(2021, 6, 10, 0, 0, 0, TimeSpan.Zero);
        var parties = records.SelectMany(record => record.Parties).DistinctBy(party => party.Code).OrderBy(party => party.Code, StringComparer.Ordinal);
        var objects = new JsonArray(
        [
            Producer(fixedTime),
            Definition(fixedTime),
            .. parties.Select(party => PartyObject(party, fixedTime)),
            .. records.Select(Report),
        ]);
        var content = string.Join('\n', records.Select(record => $"{record.Id} {Time(record.ChangedAt)}"));
        return new() { ["type"] = "bundle", ["id"] = Id("bundle", content), ["objects"] = objects };
    }

    private static JsonObject Producer(DateTimeOffset time)
    {
        var identity = Object("identity", Creator, time, time);
        identity.Remove("created_by_ref");
        identity["name"] = "NewsWatch";
        identity["identity_class"] = "system";
        return identity;
    }

    private static JsonObject Definition(DateTimeOffset time)
    {
        var definition = Object("extension-definition", Extension, time, time);
        definition["name"] = "Agreements between states";
        definition["schema"] = ExtensionSchema;
        definition["version"] = "1.0.0";
        definition["extension_types"] = new JsonArray("property-extension");
        return definition;
    }

    private static JsonObject PartyObject(Party party, DateTimeOffset time)
    {
        var made = Object(party.IsCountry ? "location" : "identity", IdOf(party), time, time);
        made["name"] = party.Name;
        if (party.IsCountry)
            made["country"] = party.Code;
        else
            made["identity_class"] = "organization";
        return made;
    }

    private static JsonObject Report(AgreementRecord record)
    {
        var report = Object("report", Id("report", record.Id), record.OpenedAt, record.ChangedAt);
        report["name"] = $"{PartyTable.Names(record.Parties.Select(party => party.Code))}: {record.Name}";
        report["description"] = string.Join('\n', record.Stages.Select(stage => $"{WireName.Of(stage.Stage)} since {stage.Told}"));
        report["published"] = Time(record.OpenedAt);
        report["labels"] = new JsonArray(WireName.Of(record.Type), WireName.Of(record.Stages[^1].Stage));
        report["object_refs"] = new JsonArray([.. record.Parties.Select(party => JsonValue.Create(IdOf(party)))]);
        report["external_references"] = new JsonArray([.. record.Stages.SelectMany(stage => stage.Sources).DistinctBy(source => source.Address).Select(Reference)]);
        report["extensions"] = new JsonObject
        {
            [Extension] = new JsonObject
            {
                ["extension_type"] = "property-extension",
                ["type"] = WireName.Of(record.Type),
                ["stage"] = WireName.Of(record.Stages[^1].Stage),
                ["parties"] = new JsonArray([.. record.Parties.Select(party => JsonValue.Create(party.Code))]),
                ["stages"] = new JsonArray([.. record.Stages.Select(Stage)]),
            },
        };
        return report;
    }

    private static JsonNode Reference(SourceRecord source)
    {
        var reference = new JsonObject { ["source_name"] = HostName.Of(source.Address), ["url"] = source.Address.AbsoluteUri, ["external_id"] = source.Article };
        if (source.Evidence.Count > 0)
            reference["description"] = string.Join('\n', source.Evidence);
        return reference;
    }

    private static JsonNode Stage(StageRecord stage)
    {
        var made = new JsonObject
        {
            ["stage"] = WireName.Of(stage.Stage),
            ["since"] = Day(stage.Since),
            ["since_precision"] = WireName.Of(stage.SinceGrain),
            ["since_is_stated"] = stage.SinceIsStated,
            ["origins"] = stage.Origins,
        };
        // STIX 2.1, 2.9: a list is never empty, it is left out.
        if (stage.Governments.Count > 0)
            made["governments"] = new JsonArray([.. stage.Governments.Select(party => JsonValue.Create(party))]);
        return made;
    }

    private static JsonObject Object(string type, string id, DateTimeOffset created, DateTimeOffset modified) => new()
    {
        ["type"] = type,
        ["spec_version"] = "2.1",
        ["id"] = id,
        ["created_by_ref"] = Creator,
        ["created"] = Time(created),
        ["modified"] = Time(modified),
    };

    private static string IdOf(Party party) => Id(party.IsCountry ? "location" : "identity", $"party/{party.Code}");

    private static string Id(string type, string name) => $"{type}--{DerivedUuid.Of(DerivedUuid.NewsWatch, $"stix/{type}/{name}")}";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
