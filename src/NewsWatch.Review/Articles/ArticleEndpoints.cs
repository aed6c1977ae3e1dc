using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NewsWatch.DecideArticle;
using NewsWatch.ExtractArticle.Archive;
using NewsWatch.Review.Layout;
using NewsWatch.Review.Security;

namespace NewsWatch.Review.Articles;

/// <summary>The page of an article, and what is decided and noted on it.</summary>
internal static class ArticleEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/articles/{id}", ShowAsync);
        endpoints.MapGet("/articles/{id}/page", ShowPageAsync);
        endpoints.MapPost("/articles/{id}/decisions", DecideAsync);
        endpoints.MapPost("/articles/{id}/notes", NoteAsync);
        endpoints.MapPost("/name", ReviewerName.KeepAsync);
    }

    private static async Task<IResult> ShowAsync(
        string id, HttpContext context, ArticleStore articles, ArticleDesk desk, CancellationToken cancellation)
        => BlobId.IsValid(id) && await articles.ReadAsync(id, cancellation) is { } article
            ? await desk.ShowAsync(context, article, new(), null, cancellation)
            : Page.NotFound();

    private static async Task<IResult> DecideAsync(
        string id,
        HttpContext context,
        ArticleStore articles,
        ArticleDecider decider,
        Reviewer reviewer,
        ArticleDesk desk,
        CancellationToken cancellation)
    {
        if (!BlobId.IsValid(id) || await articles.ReadAsync(id, cancellation) is not { } article)
            return Page.NotFound();
        var input = DecisionInput.Of(await context.Request.ReadFormAsync(cancellation));
        return await input.TakeAsync(article, decider, ReviewerName.Of(reviewer, context, input.By), cancellation) switch
        {
            DecisionOutcome.Kept => new SeeOther(ArticleDesk.Address(context, id).After(input.Step!.Value)),
            DecisionOutcome.Refused refused => await desk.ShowAsync(context, article, input, refused.Why, cancellation),
            _ => Page.NotFound(),
        };
    }

    private static async Task<IResult> NoteAsync(
        string id,
        HttpContext context,
        ArticleStore articles,
        ArticleNotes notes,
        Reviewer reviewer,
        ArticleDesk desk,
        CancellationToken cancellation)
    {
        if (!BlobId.IsValid(id) || await articles.ReadAsync(id, cancellation) is not { } article)
            return Page.NotFound();
        var text = (await context.Request.ReadFormAsync(cancellation))["text"].ToString().ReplaceLineEndings("\n");
        return await notes.AddAsync(id, text, ReviewerName.Of(reviewer, context), cancellation) switch
        {
            DecisionOutcome.Kept => new SeeOther($"{ArticleDesk.Address(context, id).Page}#history"),
            DecisionOutcome.Refused refused => await desk.ShowAsync(context, article, new(), refused.Why, cancellation),
            _ => Page.NotFound(),
        };
    }

    private static async Task<IResult> ShowPageAsync(
        string id, HttpContext context, ArticleStore articles, PageArchive archive, TimeProvider time, CancellationToken cancellation)
    {
        if (!BlobId.IsValid(id)
            || await articles.ReadAsync(id, cancellation) is not { } article
            || await archive.FindAsync(article, cancellation) is not { } page
            || await archive.ReadAsync(page, cancellation) is not { } body)
            return Page.NotFound();
        InertPage.Guard(context.Response.Headers);
        return page.Blob.EndsWith(".pdf.gz", StringComparison.Ordinal)
            ? Results.Text("What was fetched is a PDF; its text is on the article’s page.", "text/plain; charset=utf-8")
            : Results.Text(InertPage.Of(page, body, time, cancellation), "text/html; charset=utf-8");
    }
}
