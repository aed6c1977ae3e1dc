using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NewsWatch.ClassifyArticle.Rereading;
using NewsWatch.Review.Layout;

namespace NewsWatch.Review.Rules;

/// <summary>What each rule of the classifier cost in false alarms.</summary>
internal static class RuleEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/rules", ListAsync);

    private static async Task<IResult> ListAsync(RuleReport report, CancellationToken cancellation)
        => Page.Of<RulesPage>((nameof(RulesPage.Costs), await report.ReadAsync(null, cancellation)));
}
