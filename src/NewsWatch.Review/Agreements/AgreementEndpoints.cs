using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using NewsWatch.Review.Layout;
using NewsWatch.TrackAgreement;

namespace NewsWatch.Review.Agreements;

/// <summary>The ledger and the timeline of one agreement.</summary>
internal static class AgreementEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/agreements", ListAsync);
        endpoints.MapGet("/agreements/{id}", ShowAsync);
    }

    private static async Task<IResult> ListAsync(
        HttpContext context, AgreementIndex index, IOptions<ReviewOptions> options, CancellationToken cancellation)
    {
        var filter = AgreementFilter.Of(context.Request.Query);
        var rows = await index.ReadAsync(cancellation);
        return Page.Of<AgreementsPage>(
            (nameof(AgreementsPage.List), ListPage.Of([.. rows.Where(filter.Matches)], filter.Page, options.Value.PageSize)),
            (nameof(AgreementsPage.Filter), filter));
    }

    private static async Task<IResult> ShowAsync(string id, DossierStore dossiers, CancellationToken cancellation)
        => BlobId.IsValid(id) && await dossiers.ReadAsync(id, cancellation) is { } dossier
            ? Page.Of<AgreementPage>((nameof(AgreementPage.Dossier), dossier))
            : Page.NotFound();
}
