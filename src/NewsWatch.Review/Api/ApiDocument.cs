using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace NewsWatch.Review.Api;

/// <summary>
/// The OpenAPI document of what is under <c>/api</c>. It is a file of the project, <c>Api/openapi.json</c>, so that a change of what
/// programs rely on is seen where changes are looked at, and nobody waits for it to be put together; a test holds it against the endpoints.
/// </summary>
internal static class ApiDocument
{
    private static readonly Lazy<byte[]> Content = new(Read);

    /// <summary>Where it is served.</summary>
    public const string Route = "/openapi.json";

    /// <summary>Serves it.</summary>
    public static IResult Serve(HttpContext context)
    {
        context.Response.Headers.CacheControl = "private, no-cache";
        return Results.Bytes(Content.Value, "application/json; charset=utf-8", entityTag: new($"\"{ArticleId.Hash(Content.Value)}\""));
    }

    /// <summary>Adds what describes the endpoints.</summary>
    public static IServiceCollection AddReviewApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.Strict);
        services.AddOpenApi(options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            // HEAD is answered wherever GET is, and says no more.
            options.ShouldInclude = description => description.HttpMethod != "HEAD"
                && description.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true
                && description.ActionDescriptor.EndpointMetadata.OfType<ApiCall>().Any();
            options.AddDocumentTransformer((document, _, _) =>
            {
                document.Info = new()
                {
                    Title = "NewsWatch",
                    Version = typeof(ApiDocument).Assembly.GetName().Version?.ToString(3) ?? "0",
                    Description = "Agreements between states as the news reports them: articles, the ledger of agreements, feeds, and decisions on all of it.",
                };
                document.Servers = [];
                return Task.CompletedTask;
            });
            options.AddOperationTransformer(Describe);
        });
        return services;
    }

    /// <summary>Says of a call what it does, what its query may hold and what it answers.</summary>
    public static RouteHandlerBuilder Says<TAnswer>(this RouteHandlerBuilder endpoint, string name, string summary, params (string Name, string What)[] query)
        => endpoint.WithName(name).WithSummary(summary).WithMetadata(new ApiCall(query)).Produces<TAnswer>()
            .ProducesProblem(401).ProducesProblem(403);

    private static byte[] Read()
    {
        using var file = typeof(ApiDocument).Assembly.GetManifestResourceStream("openapi.json")
            ?? throw new InvalidOperationException("openapi.json is missing from the assembly.");
        using var content = new MemoryStream();
        file.CopyTo(content);
        return content.ToArray();
    }

    private static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var call = context.Description.ActionDescriptor.EndpointMetadata.OfType<ApiCall>().First();
        operation.Parameters ??= [];
        foreach (var (name, what) in call.Query)
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = name,
                In = ParameterLocation.Query,
                Description = what,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            });
        return Task.CompletedTask;
    }
}

/// <summary>Marks a call of the API and says what its query may hold.</summary>
/// <param name="Query">Names with what they ask for.</param>
internal sealed record ApiCall(IReadOnlyList<(string Name, string What)> Query);
