using NewsWatch.TrackAgreement.Sources;

namespace NewsWatch.Review.Search;

/// <summary>What articles are chosen by.</summary>
/// <param name="State">Where it has ended.</param>
/// <param name="Standing">What its source is, for what it tells of.</param>
/// <param name="Language">BCP 47 primary language; null where unknown.</param>
/// <param name="Feeds">Ids of the feeds that announced it.</param>
/// <param name="Site">Name of the site.</param>
internal sealed record Facets(ArticleState State, SourceRank Standing, string? Language, IReadOnlyList<string> Feeds, string Site)
{
    /// <summary>True where a person should look although the verdict is not sure.</summary>
    public bool Borderline { get; init; }

    /// <summary>True where an analyst has decided, on all of it that is news.</summary>
    public bool Decided { get; init; }

    /// <summary>What the decisions come to; null where there is none.</summary>
    public Verdict? Verdict { get; init; }

    /// <summary>The agreements it tells of, as they stand.</summary>
    public IReadOnlyList<Claim> Claims { get; init; } = [];

    /// <summary>The tabs it is in.</summary>
    public InboxTabs Tabs =>
        InboxTabs.All
        | (!Decided && (Borderline || State == ArticleState.Flagged) ? InboxTabs.ToReview : 0)
        | (State == ArticleState.Flagged ? InboxTabs.Reports : 0)
        | (State == ArticleState.Mentions ? InboxTabs.Mentions : 0)
        | (Borderline ? InboxTabs.Borderline : 0)
        | (Verdict is not null ? InboxTabs.Decided : 0);
}

/// <summary>An agreement as an article tells it.</summary>
/// <param name="Type">Kind of instrument.</param>
/// <param name="Parties">Codes of the parties.</param>
/// <param name="Stage">How far it has come.</param>
public sealed record Claim(AgreementType Type, IReadOnlyList<string> Parties, AgreementStage Stage)
{
    /// <summary>True where it is told as background.</summary>
    public bool Background { get; init; }

    /// <summary>True where the article denies it.</summary>
    public bool Denies { get; init; }
}
