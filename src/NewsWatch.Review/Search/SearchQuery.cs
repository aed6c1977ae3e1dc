using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using NewsWatch.TrackAgreement.Sources;

namespace NewsWatch.Review.Search;

/// <summary>What the inbox is asked for: all of it stands in the address.</summary>
public sealed record SearchQuery
{
    /// <summary>Which part.</summary>
    public InboxTab Tab { get; init; }

    /// <summary>The order; null for the usual one: by publication, or what fits best where words are searched.</summary>
    public InboxSort? Sort { get; init; }

    /// <summary>The search as typed, words and <c>name:value</c> alike; empty for none.</summary>
    public string Text { get; init; } = "";

    /// <summary>Kinds of instrument, one of which it must be; empty for any.</summary>
    public IReadOnlyList<AgreementType> Types { get; init; } = [];

    /// <summary>Stages, one of which it must be at; empty for any.</summary>
    public IReadOnlyList<AgreementStage> Stages { get; init; } = [];

    /// <summary>Codes of parties, all of which it must have; empty for any.</summary>
    public IReadOnlyList<string> Parties { get; init; } = [];

    /// <summary>Regions, in one of which a party must lie; empty for any.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    /// <summary>What the source must be, one of these; empty for any.</summary>
    public IReadOnlyList<SourceRank> Standings { get; init; } = [];

    /// <summary>BCP 47 primary languages, one of which it must be in; empty for any.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Ids of feeds or parts of a site's name, one of which must fit; empty for any.</summary>
    public IReadOnlyList<string> Feeds { get; init; } = [];

    /// <summary>States, in one of which it must have ended; empty for any.</summary>
    public IReadOnlyList<ArticleState> States { get; init; } = [];

    /// <summary>First day of publication, in UTC; null for any.</summary>
    public DateOnly? After { get; init; }

    /// <summary>The day after the last of publication, in UTC; null for any.</summary>
    public DateOnly? Before { get; init; }

    /// <summary>Only what was told after this; null for any.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Page of the list, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>What the address or the search asks for and nothing can be: one line each. The rest is answered.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    /// <summary>The words of <see cref="Text"/>.</summary>
    internal IReadOnlyList<SearchTerm> Terms { get; init; } = [];

    /// <summary>The query with what its text says by <c>name:value</c> put into its filters, and the words left.</summary>
    internal SearchQuery Asked { get; init; } = null!;

    /// <summary>True where something narrows the list.</summary>
    public bool IsNarrowed => Text.Length > 0 || Types.Count + Stages.Count + Parties.Count + Regions.Count + Standings.Count + Languages.Count
        + Feeds.Count + States.Count > 0 || After is not null || Before is not null || Since is not null;

    /// <summary>What an address asks for.</summary>
    /// <param name="query">The query of the address.</param>
    /// <param name="now">The time, for days that are told as so many back.</param>
    public static SearchQuery Of(IQueryCollection query, DateTimeOffset now)
    {
        var reader = new FilterReader(now);
        foreach (var (name, values) in query)
            foreach (var value in values)
                if (!string.IsNullOrWhiteSpace(value))
                    reader.ReadParameter(name, value.Trim());
        var given = reader.Query;
        var asked = SearchSyntax.Apply(given, now);
        return given with { Faults = asked.Faults, Terms = asked.Terms, Asked = asked };
    }

    /// <summary>The address of the inbox with this query.</summary>
    public string Address => "/" + Parameters(withPage: true);

    /// <summary>The query's part of an address, without a page: what a saved view keeps. Empty for the plain inbox, else it begins with <c>?</c>.</summary>
    public string Saved => Parameters(withPage: false);

    /// <summary>Its filters and page, as an address has them.</summary>
    private string Parameters(bool withPage)
    {
        var text = new StringBuilder();
        Add("tab", Tab == InboxTab.ToReview ? null : WireName.Of(Tab));
        Add("q", Text.Length == 0 ? null : Text);
        AddAll("type", Types.Select(WireName.Of));
        AddAll("party", Parties);
        AddAll("stage", Stages.Select(WireName.Of));
        AddAll("region", Regions);
        AddAll("standing", Standings.Select(WireName.Of));
        AddAll("lang", Languages);
        AddAll("feed", Feeds);
        AddAll("state", States.Select(WireName.Of));
        Add("after", After?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Add("before", Before?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Add("since", Since?.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        Add("sort", Sort is { } sort ? WireName.Of(sort) : null);
        Add("page", withPage && Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null);
        return text.ToString();

        void AddAll(string name, IEnumerable<string> values)
        {
            foreach (var value in values)
                Add(name, value);
        }

        void Add(string name, string? value)
        {
            if (value is not null)
                text.Append(text.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
        }
    }
}
