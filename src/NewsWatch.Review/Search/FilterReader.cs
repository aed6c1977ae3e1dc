using System.Globalization;
using NewsWatch.TrackAgreement.Sources;

namespace NewsWatch.Review.Search;

/// <summary>Reads filters by name and value, from the address and from the search box alike; what cannot be is told, not refused.</summary>
/// <param name="now">The time, for days told as so many back.</param>
internal sealed class FilterReader(DateTimeOffset now)
{
    private const int MostText = 400;
    private const int MostValues = 20;

    private readonly List<string> faults = [];

    /// <summary>What was read so far.</summary>
    public SearchQuery Query { get => field with { Faults = [.. faults] }; set; } = new();

    /// <summary>Reads a parameter of the address; one that is none of the inbox's is left to others.</summary>
    public void ReadParameter(string name, string value)
    {
        switch (name)
        {
            case "tab":
            case "view":
                if (WireName.Parse<InboxTab>(value) is { } tab)
                    Query = Query with { Tab = tab };
                break;
            case "q":
                Query = Query with { Text = value.Length > MostText ? value[..MostText] : value };
                break;
            case "sort":
                Query = Query with { Sort = WireName.Parse<InboxSort>(value) };
                break;
            case "page":
                if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page >= 1)
                    Query = Query with { Page = page };
                break;
            case "since":
                if (long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 253_402_300_800)
                    Query = Query with { Since = DateTimeOffset.FromUnixTimeSeconds(seconds) };
                break;
            default:
                Read(name, value);
                break;
        }
    }

    /// <summary>Reads a filter; false where there is none of this name.</summary>
    public bool Read(string name, string value)
    {
        switch (name)
        {
            case "type":
                Add(value, WireName.Parse<AgreementType>(Wire(value)), "kind of agreement", Query.Types, types => Query with { Types = types });
                return true;
            case "stage":
                Add(value, StageOf(Wire(value)), "stage", Query.Stages, stages => Query with { Stages = stages });
                return true;
            case "party":
                foreach (var one in value.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                    AddText(one, PartyNames.Find(one), "party", Query.Parties, parties => Query with { Parties = parties });
                return true;
            case "region":
                AddText(
                    value,
                    RegionTable.Names.FirstOrDefault(region => region.Equals(Wire(value), StringComparison.OrdinalIgnoreCase)),
                    "region",
                    Query.Regions,
                    regions => Query with { Regions = regions });
                return true;
            case "standing":
                Add(value, WireName.Parse<SourceRank>(Wire(value)), "standing of a source", Query.Standings, ranks => Query with { Standings = ranks });
                return true;
            case "lang":
            case "language":
                AddText(value, value.ToLowerInvariant(), "language", Query.Languages, languages => Query with { Languages = languages });
                return true;
            case "feed":
                AddText(value, value, "feed", Query.Feeds, feeds => Query with { Feeds = feeds });
                return true;
            case "state":
                Add(value, StateOf(Wire(value)), "state", Query.States, states => Query with { States = states });
                return true;
            case "after":
                Query = Query with { After = Day(value) ?? Query.After };
                return true;
            case "before":
                Query = Query with { Before = Day(value) ?? Query.Before };
                return true;
            case "days":
                Query = Query with { After = Day($"{value}d") ?? Query.After };
                return true;
            default:
                return false;
        }
    }

    private static string Wire(string value) => value.Trim().ToLowerInvariant().Replace(' ', '-').Replace('_', '-');

    private static AgreementStage? StageOf(string name) => name switch
    {
        "amended" or "renewed" or "amended-renewed" => AgreementStage.AmendedOrRenewed,
        "agreed" => AgreementStage.AgreedInPrinciple,
        _ => WireName.Parse<AgreementStage>(name),
    };

    /// <summary>By what people are told, or by the stored name.</summary>
    private static ArticleState? StateOf(string name)
        => Enum.GetValues<ArticleState>().Cast<ArticleState?>().FirstOrDefault(state => Wire(ArticleStateWord.Of(state!.Value)) == name)
            ?? WireName.Parse<ArticleState>(name);

    /// <summary>A day as such, or so many days, weeks, months or years back: <c>7d</c>.</summary>
    private DateOnly? Day(string value)
    {
        if (DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        if (value.Length is > 1 and <= 5 && int.TryParse(value.AsSpan(0, value.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && count <= 3650)
            switch (value[^1])
            {
                case 'd':
                    return today.AddDays(-count);
                case 'w':
                    return today.AddDays(-7 * count);
                case 'm' when count <= 240:
                    return today.AddMonths(-count);
                case 'y' when count <= 100:
                    return today.AddYears(-count);
            }
        faults.Add($"“{value}” is no day, and is left out: write 2026-03-09, or 7d for the last seven days.");
        return null;
    }

    private void Add<T>(string value, T? found, string what, IReadOnlyList<T> before, Func<IReadOnlyList<T>, SearchQuery> with)
        where T : struct, Enum
    {
        if (found is not { } one)
            faults.Add($"“{value}” is no {what}, and is left out.");
        else if (!before.Contains(one) && before.Count < MostValues)
            Query = with([.. before, one]);
    }

    private void AddText(string value, string? found, string what, IReadOnlyList<string> before, Func<IReadOnlyList<string>, SearchQuery> with)
    {
        if (found is null)
            faults.Add($"“{value}” is no {what}, and is left out.");
        else if (!before.Contains(found) && before.Count < MostValues)
            Query = with([.. before, found]);
    }
}
