using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NewsWatch.Review.Articles;
using NewsWatch.Review.Layout;
using NewsWatch.Review.Security;
using NewsWatch.TrackAgreement;

namespace NewsWatch.Review.Agreements;

/// <summary>The page of one agreement, and what an analyst does there.</summary>
internal sealed class DossierEndpoints(DossierStore dossiers, DossierEditor editor, AgreementIndex index, Reviewer reviewer, TimeProvider time)
{
    private const string Done = "done";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/agreements/{id}", (string id, HttpContext context, DossierEndpoints desk, CancellationToken cancellation)
            => desk.ShowAsync(id, context, view => view, cancellation));
        Post("name", (editor, id, form, by, stop) => editor.RenameAsync(id, form["name"].ToString(), by, stop));
        Post("notes", (editor, id, form, by, stop) => editor.NoteAsync(id, form["text"].ToString().ReplaceLineEndings("\n"), by, stop));
        Post("watch", (editor, id, form, by, stop) => editor.WatchAsync(id, by, form["watch"] == "1", stop));
        Post("merge", (editor, id, form, by, stop) => BlobId.IsValid(Into(form))
            ? editor.MergeAsync(id, Into(form), by, form["ofOtherParties"] == "1", stop)
            : Task.FromResult<DossierOutcome>(new DossierOutcome.Refused("Choose the dossier it goes into, or give its id, such as acsa-fr-jp.")));
        Post("split", (editor, id, form, by, stop) => editor.SplitAsync(id, [.. form["article"].OfType<string>()], by, stop));
        Post("undo", (editor, id, form, by, stop) => editor.UndoAsync(id, by, stop));

        void Post(string what, Func<DossierEditor, string, IFormCollection, string, CancellationToken, Task<DossierOutcome>> change)
            => endpoints.MapPost($"/agreements/{{id}}/{what}", (string id, HttpContext context, DossierEndpoints desk, CancellationToken cancellation)
                => desk.ChangeAsync(id, what, context, change, cancellation));
    }

    private async Task<IResult> ChangeAsync(
        string id,
        string what,
        HttpContext context,
        Func<DossierEditor, string, IFormCollection, string, CancellationToken, Task<DossierOutcome>> change,
        CancellationToken cancellation)
    {
        if (!BlobId.IsValid(id))
            return Page.NotFound();
        var form = await context.Request.ReadFormAsync(cancellation);
        return await change(editor, id, form, ReviewerName.Of(reviewer, context), cancellation) switch
        {
            DossierOutcome.Changed changed => new SeeOther($"/agreements/{changed.Dossier.Id}?{Done}={what}"),
            DossierOutcome.Refused refused => await ShowAsync(id, context, view => view with { Problem = refused.Why }, cancellation),
            DossierOutcome.OfOtherParties other => await ShowAsync(
                id,
                context,
                view => view with
                {
                    Problem = $"This one is between {Wording.PartyNames(other.From)}, the other between {Wording.PartyNames(other.Into)}. Say that they are one all the same, or choose another.",
                    AskedToMerge = Into(form),
                },
                cancellation),
            DossierOutcome.NotFound missing when missing.Id != id
                => await ShowAsync(id, context, view => view with { Problem = $"There is no dossier {missing.Id}." }, cancellation),
            _ => Page.NotFound(),
        };
    }

    private async Task<IResult> ShowAsync(string id, HttpContext context, Func<DossierView, DossierView> also, CancellationToken cancellation)
    {
        if (!BlobId.IsValid(id) || await dossiers.ReadAsync(id, cancellation) is not { } dossier)
            return Page.NotFound();
        var rows = await index.ReadAsync(cancellation);
        var page = int.TryParse(context.Request.Query["page"], out var number) ? number : 1;
        var view = also(new(
            dossier,
            page,
            [.. rows.Where(row => row.Id != dossier.Id && row.Parties.SequenceEqual(dossier.Parties, StringComparer.Ordinal))],
            DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime),
            ReviewerName.Of(reviewer, context))
        {
            Done = Told(context.Request.Query[Done]),
        });
        RazorComponentResult result = Page.Of<AgreementPage>((nameof(AgreementPage.View), view));
        result.StatusCode = view.Problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        return result;
    }

    private static string Into(IFormCollection form)
        => (form["id"].ToString().Trim() is { Length: > 0 } typed ? typed : form["into"].ToString()).ToLowerInvariant();

    private static string? Told(string? what) => what switch
    {
        "name" => "Renamed.",
        "notes" => "The note is kept.",
        "watch" => "Changed who watches it. What moves in a watched agreement is told to every alert channel, whatever it asks for.",
        "merge" => "Merged. “Undo the last merger or split” takes it back.",
        "split" => "Split off: this is the new dossier. “Undo the last merger or split” takes it back.",
        "undo" => "Undone.",
        _ => null,
    };
}
