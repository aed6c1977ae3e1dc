using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace NewsWatch.Review.Articles;

/// <summary>What a reader asked the list for; what an address names wrongly is left out rather than refused.</summary>
public sealed record ArticleFilter
{
    public ArticleView View { get; init; }

    public AgreementType? Type { get; init; }

    public AgreementStage? Stage { get; init; }

    /// <summary>Code of a party, upper case; null for any.</summary>
    public string? Party { get; init; }

    /// <summary>BCP 47 primary language, lower case; null for any.</summary>
    public string? Language { get; init; }

    /// <summary>Words that must all stand in title or site; null for any.</summary>
    public string? Text { get; init; }

    /// <summary>How many days back; null for the site's own setting.</summary>
    public int? Days { get; init; }

    /// <summary>Page of the list, from 1.</summary>
    public int Page { get; init; } = 1;

    public static ArticleFilter Of(IQueryCollection query) => new()
    {
        View = WireName.Parse<ArticleView>(query["view"]) ?? ArticleView.ToReview,
        Type = WireName.Parse<AgreementType>(query["type"]),
        Stage = WireName.Parse<AgreementStage>(query["stage"]),
        Party = Given(query["party"])?.ToUpperInvariant(),
        Language = Given(query["language"])?.ToLowerInvariant(),
        Text = Given(query["q"]),
        Days = Number(query["days"], 3650),
        Page = Number(query["page"], 1_000_000) ?? 1,
    };

    public bool Matches(ArticleRow row)
    {
        var outcome = row.Outcome;
        return InView(row)
            && (Type is null || outcome.Type == Type)
            && (Stage is null || outcome.Stage == Stage)
            && (Party is null || outcome.Parties?.Contains(Party) == true)
            && (Language is null || outcome.Language == Language)
            && (Text is null || Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word =>
                outcome.Title.Contains(word, StringComparison.OrdinalIgnoreCase)
                || outcome.Site?.Contains(word, StringComparison.OrdinalIgnoreCase) == true));
    }

    /// <summary>The address of the list with this filter and another page.</summary>
    public string Address(int page)
    {
        var query = QueryString.Empty;
        Add("view", View == ArticleView.ToReview ? null : WireName.Of(View));
        Add("type", Type is { } type ? WireName.Of(type) : null);
        Add("stage", Stage is { } stage ? WireName.Of(stage) : null);
        Add("party", Party);
        Add("language", Language);
        Add("q", Text);
        Add("days", Days?.ToString(CultureInfo.InvariantCulture));
        Add("page", page == 1 ? null : page.ToString(CultureInfo.InvariantCulture));
        return "/" + query.ToUriComponent();

        void Add(string name, string? value)
        {
            if (value is not null)
                query = query.Add(name, value);
        }
    }

    private bool InView(ArticleRow row) => View switch
    {
        ArticleView.ToReview => row.Decision is null && (row.Outcome.State == ArticleState.Flagged || row.Outcome.Borderline),
        ArticleView.Flagged => row.Outcome.State == ArticleState.Flagged,
        ArticleView.Mentions => row.Outcome.State == ArticleState.Mentions,
        ArticleView.Borderline => row.Outcome.Borderline,
        ArticleView.Confirmed => row.Decision?.Verdict == Verdict.Confirmed,
        ArticleView.Dismissed => row.Decision?.Verdict == Verdict.Dismissed,
        ArticleView.NotRead => row.Outcome.State is ArticleState.Blocked or ArticleState.Gone or ArticleState.Failed,
        _ => true,
    };

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    private static int? Number(string? value, int most)
        => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 ? Math.Min(number, most) : null;
}
