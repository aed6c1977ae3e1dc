using AngleSharp.Dom;
using NewsWatch.Text.Tables;

namespace NewsWatch.ExtractArticle.Reading;

/// <summary>
/// What single sites need that nothing in their markup gives away: the rows of <c>site-rules.tsv</c>. A row a rule: site, <c>drop</c> or
/// <c>only</c>, a CSS selector, and why.
/// </summary>
internal static class SiteRules
{
    /// <summary>The rules, in the order of the table.</summary>
    public static IReadOnlyList<SiteRule> All { get; } =
    [
        .. DataTable.Read("NewsWatch.ExtractArticle.Reading.site-rules.tsv").Select(row => new SiteRule(row[0], Kind(row), row[2])),
    ];

    private static readonly ILookup<string, SiteRule> BySite = All.ToLookup(rule => rule.Site, StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<IElement, SiteRuleKind> None = [];

    /// <summary>What the rules of a page's site select on it; empty for the sites without any.</summary>
    public static IReadOnlyDictionary<IElement, SiteRuleKind> Select(IDocument document, Uri? address)
    {
        Dictionary<IElement, SiteRuleKind>? selected = null;
        for (var host = address?.Host; !string.IsNullOrEmpty(host); host = Above(host))
            foreach (var rule in BySite[host])
                foreach (var element in document.QuerySelectorAll(rule.Selector))
                    (selected ??= [])[element] = rule.Kind;
        return selected ?? None;
    }

    private static SiteRuleKind Kind(DataRow row) => row[1] is "drop" ? SiteRuleKind.Drop : row[1] is "only" ? SiteRuleKind.Only : row.Name<SiteRuleKind>(1);

    private static string? Above(string host) => host.IndexOf('.') is >= 0 and var at ? host[(at + 1)..] : null;
}

/// <summary>What a rule says of what it selects.</summary>
internal enum SiteRuleKind
{
    /// <summary>None of the article.</summary>
    Drop,

    /// <summary>All of the article: nothing else is.</summary>
    Only,
}

/// <summary>A row of the table.</summary>
/// <param name="Site">A host; those below it are meant too.</param>
/// <param name="Kind">What is done.</param>
/// <param name="Selector">CSS selector.</param>
internal sealed record SiteRule(string Site, SiteRuleKind Kind, string Selector);
