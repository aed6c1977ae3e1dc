using NewsWatch.ExtractArticle.Identity;
using NewsWatch.Fetching;

namespace NewsWatch.ExtractArticle;

/// <summary>
/// Decides which of an article's places speaks for it: its page; where that is a cover only, the document it encloses or alone leads to;
/// where the address is shared with other entries, the page only if it is about this one.
/// </summary>
internal sealed class ArticleVisitor(PageVisitor pages)
{
    /// <summary>A page with less text than this, in characters, may be the cover of a document.</summary>
    private const int CoverLength = 600;

    /// <summary>Visits the article's places until one speaks for it; what the first says stands where none does.</summary>
    /// <exception cref="HostBusyException">A host has no turn now: the whole visit is to be made later.</exception>
    public async Task<PageVisit> VisitAsync(Article article, HostLine line, CancellationToken cancellation)
    {
        var visit = article.SharesAddress
            ? await VisitSharedAsync(article, line, cancellation)
            : await pages.VisitAsync(article, line, cancellation);
        var enclosed = article.Mentions.Select(mention => mention.Document).FirstOrDefault(document => document is not null);
        if (!MayBeCover(visit)
            || (enclosed ?? visit.Document) is not { } document
            || document == article.Address
            || await pages.VisitAsync(article, document, line, cancellation) is not PageVisit.Read { Content: var read } behind
            || read.Text.Length <= ((visit as PageVisit.Read)?.Content.Text.Length ?? 0))
            return visit;
        var title = (visit as PageVisit.Read)?.Content.Title ?? article.Mentions[0].Title;
        return title.Length == 0 ? behind : new PageVisit.Read(
            read with { Title = title, Hash = ContentHash.Of(title, read.Text) },
            (visit as PageVisit.Read)?.Address ?? behind.Address);
    }

    /// <summary>A site's front page is about no entry, and what is not about this one is not its page.</summary>
    private async Task<PageVisit> VisitSharedAsync(Article article, HostLine line, CancellationToken cancellation)
    {
        var isSite = article.Address is { AbsolutePath: "/", Query.Length: 0 };
        var visit = isSite ? null : await pages.VisitAsync(article, line, cancellation);
        return visit is PageVisit.Unavailable
            || (visit is PageVisit.Read { Content: var content } && SharedPage.IsAbout(content, article.Mentions[0]))
            ? visit
            : new PageVisit.Barred(PageProblems.Of(PageProblemKind.Unreadable, "the entry has no page of its own"));
    }

    private static bool MayBeCover(PageVisit visit) => visit switch
    {
        PageVisit.Read read => read.Content.Text.Length < CoverLength,
        PageVisit.Barred barred => barred.Problem.Kind == PageProblemKind.Unreadable,
        _ => false,
    };
}
