using NewsWatch.Review.Security;

namespace NewsWatch.Review;

/// <summary>Settings of the review site, section <c>NewsWatch:Review</c>.</summary>
public sealed class ReviewOptions
{
    /// <summary>Where the settings are.</summary>
    public const string Section = "NewsWatch:Review";

    /// <summary>Articles or agreements on a page of a list, 1 to 500.</summary>
    public int PageSize { get; set; } = 50;

    /// <summary>
    /// Folder of the index that lists and searches read. Null: a folder of the process's own, which begins with the snapshot that other
    /// instances leave in the store. The embedded host sets it to <c>index</c> in the data folder.
    /// </summary>
    public string? IndexFolder { get; set; }

    /// <summary>
    /// Host names the site answers to, besides <c>localhost</c> and plain addresses; <c>*</c> for any. Keeps a page elsewhere from
    /// reading the site through a name of its own that leads here (DNS rebinding).
    /// </summary>
    public IList<string> Hosts { get; } = [];

    /// <summary>
    /// Accounts of the site's own, by name: who may use it where no platform signs people in. <c>newswatch account</c> writes one.
    /// </summary>
    public IDictionary<string, AccountOptions> Accounts { get; } = new Dictionary<string, AccountOptions>(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// A key of 20 characters at least that lets an analyst in: as <c>Authorization: Bearer</c>, or in place of a password. Null for none.
    /// </summary>
    public string? Key { get; set; }

    /// <summary>
    /// A token of 20 characters at least that lets a feed reader fetch the outgoing feeds, and do nothing else: as the password of HTTP
    /// Basic, as <c>Authorization: Bearer</c>, or as <c>?token=</c>. Null for none. Where App Service Authentication is on, it alone counts
    /// for the feeds: the platform asks nobody to sign in before them.
    /// </summary>
    public string? FeedToken { get; set; }

    /// <summary>A proxy of one's own in front of the site that signs people in.</summary>
    public SignInProxyOptions SignInProxy { get; set; } = new();

    /// <summary>
    /// Names of those whom App Service Authentication, where its app gives out no roles, or the sign-in proxy signs in as analysts; all
    /// others read. Empty: everyone they let in is an analyst.
    /// </summary>
    public IList<string> Analysts { get; } = [];
}
