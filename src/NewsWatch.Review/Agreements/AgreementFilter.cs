using System.Globalization;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace NewsWatch.Review.Agreements;

/// <summary>Which agreements a reader asked for; what an address names wrongly is left out rather than refused.</summary>
public sealed record AgreementFilter
{
    /// <summary>Kind of instrument; null for any.</summary>
    public AgreementType? Type { get; init; }

    /// <summary>Stage it is at; null for any.</summary>
    public AgreementStage? Stage { get; init; }

    /// <summary>A party of the region; null for any.</summary>
    public string? Region { get; init; }

    /// <summary>Parties as typed, names or codes; empty for any.</summary>
    public string Party { get; init; } = "";

    /// <summary>Codes of parties that must all be among its own.</summary>
    public IReadOnlyList<string> Parties { get; init; } = [];

    /// <summary>What was typed that is no party; null where all of it is.</summary>
    public string? Unknown { get; init; }

    /// <summary>Words that must all stand in its name; empty for any.</summary>
    public string Text { get; init; } = "";

    /// <summary>True for those that somebody watches.</summary>
    public bool Watched { get; init; }

    /// <summary>The order.</summary>
    public AgreementSort Sort { get; init; }

    /// <summary>Page of the list, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>True where anything is asked for but the order.</summary>
    public bool IsNarrowed => Type is not null || Stage is not null || Region is not null || Party.Length > 0 || Text.Length > 0 || Watched;

    /// <summary>What an address asks for.</summary>
    public static AgreementFilter Of(IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var typed = string.Join(", ", query["party"].Where(one => !string.IsNullOrWhiteSpace(one)).Select(one => one!.Trim()));
        var (codes, unknown) = PartyText.Codes(typed);
        return new()
        {
            Type = WireName.Parse<AgreementType>(query["type"]),
            Stage = WireName.Parse<AgreementStage>(query["stage"]),
            Region = RegionTable.PartiesOf(query["region"].ToString()) is null ? null : query["region"].ToString().ToLowerInvariant(),
            Party = typed,
            Parties = codes,
            Unknown = unknown,
            Text = query["q"].ToString().Trim(),
            Watched = query["watched"] == "1",
            Sort = WireName.Parse<AgreementSort>(query["sort"]) ?? AgreementSort.Reported,
            Page = int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page >= 1 ? page : 1,
        };
    }

    /// <summary>The agreements that were asked for, in the order asked for.</summary>
    public IReadOnlyList<AgreementRow> Of(IEnumerable<AgreementRow> rows)
    {
        var asked = rows.Where(Matches);
        return Sort switch
        {
            AgreementSort.Since => [.. asked.OrderByDescending(row => row.SinceIsStated).ThenByDescending(row => row.Since)],
            AgreementSort.Parties => [.. asked.OrderBy(row => Wording.PartyNames(row.Parties), StringComparer.Ordinal).ThenBy(row => row.Type)],
            AgreementSort.Sources => [.. asked.OrderByDescending(row => row.Articles)],
            _ => [.. asked],
        };
    }

    /// <summary>True for an agreement that was asked for.</summary>
    public bool Matches(AgreementRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Unknown is null
            && (Type is null || row.Type == Type)
            && (Stage is null || row.Stage == Stage)
            && (Region is null || row.Parties.Any(RegionTable.PartiesOf(Region)!.Contains))
            && Parties.All(party => row.Parties.Contains(party, StringComparer.Ordinal))
            && (!Watched || row.Watchers.Count > 0)
            && Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => row.Name.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The address of the list with this filter and another page.</summary>
    public string Address(int page) => Address("/agreements", page);

    /// <summary>An address that takes this filter.</summary>
    public string Address(string path, int page = 1)
    {
        var query = QueryString.Empty;
        Add("type", Type is { } type ? WireName.Of(type) : null);
        Add("stage", Stage is { } stage ? WireName.Of(stage) : null);
        Add("region", Region);
        Add("party", Party);
        Add("q", Text);
        Add("watched", Watched ? "1" : null);
        Add("sort", Sort == AgreementSort.Reported ? null : WireName.Of(Sort));
        Add("page", page == 1 ? null : page.ToString(CultureInfo.InvariantCulture));
        return path + query.ToUriComponent();

        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
                query = query.Add(name, value);
        }
    }
}

/// <summary>The order of the list.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AgreementSort>))]
public enum AgreementSort
{
    /// <summary>Reported on last first.</summary>
    [JsonStringEnumMemberName("reported")] Reported,

    /// <summary>The latest stated day of its stage first, those without one last.</summary>
    [JsonStringEnumMemberName("since")] Since,

    /// <summary>By the names of its parties.</summary>
    [JsonStringEnumMemberName("parties")] Parties,

    /// <summary>Most articles first.</summary>
    [JsonStringEnumMemberName("sources")] Sources,
}
