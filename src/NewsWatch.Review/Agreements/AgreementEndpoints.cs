using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using NewsWatch.Review.Layout;

namespace NewsWatch.Review.Agreements;

/// <summary>The ledger: as a table, country by country, as a network by year, as files, and the dossier of one agreement.</summary>
internal static class AgreementEndpoints
{
    private const int MostInMatrix = 28;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/agreements", ListAsync);
        endpoints.MapGet("/agreements/matrix", MatrixAsync);
        endpoints.MapGet("/agreements/network", NetworkAsync);
        LedgerFiles.Map(endpoints);
        DossierEndpoints.Map(endpoints);
    }

    private static async Task<IResult> ListAsync(
        HttpContext context, AgreementIndex index, IOptions<ReviewOptions> options, CancellationToken cancellation)
    {
        var filter = AgreementFilter.Of(context.Request.Query);
        var rows = await index.ReadAsync(cancellation);
        return Page.Of<AgreementsPage>(
            (nameof(AgreementsPage.List), ListPage.Of(filter.Of(rows), filter.Page, options.Value.PageSize)),
            (nameof(AgreementsPage.Filter), filter),
            (nameof(AgreementsPage.All), rows.Count));
    }

    private static async Task<IResult> MatrixAsync(HttpContext context, AgreementIndex index, CancellationToken cancellation)
    {
        var filter = AgreementFilter.Of(context.Request.Query);
        return Page.Of<MatrixPage>(
            (nameof(MatrixPage.Matrix), PartyMatrix.Of(filter.Of(await index.ReadAsync(cancellation)), MostInMatrix)),
            (nameof(MatrixPage.Filter), filter));
    }

    private static async Task<IResult> NetworkAsync(HttpContext context, AgreementIndex index, TimeProvider time, CancellationToken cancellation)
    {
        var filter = AgreementFilter.Of(context.Request.Query);
        var rows = filter.Of(await index.ReadAsync(cancellation));
        var (first, last) = PartyNetwork.Years(rows, time.GetUtcNow().Year);
        var year = int.TryParse(context.Request.Query["year"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked)
            ? Math.Clamp(asked, first, last)
            : Math.Clamp(time.GetUtcNow().Year, first, last);
        return Page.Of<NetworkPage>(
            (nameof(NetworkPage.Network), new PartyNetwork(rows, year)),
            (nameof(NetworkPage.Filter), filter),
            (nameof(NetworkPage.First), first),
            (nameof(NetworkPage.Last), last));
    }
}
