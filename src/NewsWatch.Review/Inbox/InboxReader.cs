using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using NewsWatch.Review.Layout;
using NewsWatch.Review.Search;
using NewsWatch.Review.Security;

namespace NewsWatch.Review.Inbox;

/// <summary>Puts the page of the inbox together.</summary>
internal sealed class InboxReader(
    ArticleSearch search, SavedViewStore views, InboxDecisions decisions, Reviewer reviewer, IOptions<ReviewOptions> options, TimeProvider time)
{
    /// <summary>The page of a query.</summary>
    /// <param name="context">The request.</param>
    /// <param name="query">What is asked for.</param>
    /// <param name="problems">Why what was sent was not done; empty for nothing.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <param name="done">The decisions just taken, to be taken back; null for what the address says.</param>
    public async Task<IResult> ShowAsync(
        HttpContext context, SearchQuery query, IReadOnlyList<string> problems, CancellationToken cancellation, string? done = null)
    {
        var now = time.GetUtcNow();
        var last = LastVisit.Of(context, now);
        var batch = done ?? context.Request.Query["done"].ToString();
        var page = Page.Of<InboxPage>(
            (nameof(InboxPage.List), await search.FindAsync(query, options.Value.PageSize, last, cancellation)),
            (nameof(InboxPage.Query), query),
            (nameof(InboxPage.Views), await views.ReadAsync(cancellation)),
            (nameof(InboxPage.Done), batch.Length == 0 ? null : (await decisions.LastAsync(cancellation)).FirstOrDefault(line => line.Detail?.Id == batch)),
            (nameof(InboxPage.Problems), problems),
            (nameof(InboxPage.Seen), last),
            (nameof(InboxPage.Person), reviewer.Of(context)),
            (nameof(InboxPage.Now), now));
        page.StatusCode = problems.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        return page;
    }
}
