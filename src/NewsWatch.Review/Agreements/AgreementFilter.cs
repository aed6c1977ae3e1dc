using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace NewsWatch.Review.Agreements;

/// <summary>Which agreements a reader asked for; what an address names wrongly is left out rather than refused.</summary>
public sealed record AgreementFilter
{
    /// <summary>Kind of instrument; null for any.</summary>
    public AgreementType? Type { get; init; }

    /// <summary>Stage it is at; null for any.</summary>
    public AgreementStage? Stage { get; init; }

    /// <summary>Code of a party, upper case; null for any.</summary>
    public string? Party { get; init; }

    /// <summary>Page of the list, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>What an address asks for.</summary>
    public static AgreementFilter Of(IQueryCollection query) => new()
    {
        Type = WireName.Parse<AgreementType>(query["type"]),
        Stage = WireName.Parse<AgreementStage>(query["stage"]),
        Party = string.IsNullOrWhiteSpace(query["party"]) ? null : query["party"].ToString().Trim().ToUpperInvariant(),
        Page = int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page >= 1 ? page : 1,
    };

    /// <summary>True for an agreement that was asked for.</summary>
    public bool Matches(AgreementRow row)
        => (Type is null || row.Type == Type) && (Stage is null || row.Stage == Stage) && (Party is null || row.Parties.Contains(Party));

    /// <summary>The address of the list with this filter and another page.</summary>
    public string Address(int page)
    {
        var query = QueryString.Empty;
        if (Type is { } type)
            query = query.Add("type", WireName.Of(type));
        if (Stage is { } stage)
            query = query.Add("stage", WireName.Of(stage));
        if (Party is { } party)
            query = query.Add("party", party);
        if (page > 1)
            query = query.Add("page", page.ToString(CultureInfo.InvariantCulture));
        return "/agreements" + query.ToUriComponent();
    }
}
