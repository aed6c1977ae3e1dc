using System.Globalization;
using NewsWatch.Review.Search;
using NewsWatch.Review.Security;
using NewsWatch.TrackAgreement.Sources;

namespace NewsWatch.Review.Inbox;

/// <summary>How the inbox words what it shows.</summary>
internal static class InboxWording
{
    public static string Of(InboxTab tab) => tab switch
    {
        InboxTab.ToReview => "To review",
        InboxTab.Reports => "Reports",
        InboxTab.Mentions => "Mentions",
        InboxTab.Borderline => "Borderline",
        InboxTab.Decided => "Decided",
        _ => "All",
    };

    public static string Of(InboxSort sort) => sort switch
    {
        InboxSort.Found => "Found",
        InboxSort.Best => "Best match",
        InboxSort.Oldest => "Oldest",
        _ => "Published",
    };

    public static string Of(SourceRank rank) => WireName.Of(rank).Replace('-', ' ');

    /// <summary>The name of a region: <c>Northern Africa</c>.</summary>
    public static string OfRegion(string region) => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(region.Replace('-', ' '));

    /// <summary>What a row claims, as a line: <c>Japan and Italy signed an ACSA</c>.</summary>
    public static string Line(Claim claim)
        => claim.Denies ? $"Denied: {AgreementWording.Claim(claim.Type, claim.Parties, claim.Stage)}" : AgreementWording.Claim(claim.Type, claim.Parties, claim.Stage);

    public static string Count(int rows, int articles)
    {
        var shown = string.Create(CultureInfo.InvariantCulture, $"{rows:N0} {(rows == 1 ? "row" : "rows")}");
        return articles == rows ? shown : string.Create(CultureInfo.InvariantCulture, $"{shown}, {articles:N0} articles");
    }

    public static string Done(AuditDetail done) => done.Articles switch
    {
        [var one] => $"{(done.Verdict == Verdict.Confirmed ? "Confirmed" : "Dismissed")} “{one.Title}”.",
        var several => string.Create(CultureInfo.InvariantCulture, $"{(done.Verdict == Verdict.Confirmed ? "Confirmed" : "Dismissed")} {several.Count} articles."),
    };
}
