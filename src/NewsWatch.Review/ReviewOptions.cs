namespace NewsWatch.Review;

/// <summary>Settings of the review site, section <c>NewsWatch:Review</c>.</summary>
public sealed class ReviewOptions
{
    /// <summary>Where the settings are.</summary>
    public const string Section = "NewsWatch:Review";

    /// <summary>Articles or agreements on a page of a list, 1 to 500.</summary>
    public int PageSize { get; set; } = 50;

    /// <summary>How many days back the list looks where the reader does not say, 1 to 3650.</summary>
    public int Days { get; set; } = 30;

    /// <summary>
    /// Host names the site answers to, besides <c>localhost</c> and plain addresses; <c>*</c> for any. Keeps a page elsewhere from
    /// reading the site through a name of its own that leads here (DNS rebinding).
    /// </summary>
    public IList<string> Hosts { get; } = [];

    /// <summary>
    /// Request header that carries the signed-in user's name, such as <c>X-MS-CLIENT-PRINCIPAL-NAME</c>; only for a host in front that
    /// sets or strips it on every request. The site then answers nobody without it. Null: reviewers give their own name.
    /// </summary>
    public string? UserHeader { get; set; }
}
