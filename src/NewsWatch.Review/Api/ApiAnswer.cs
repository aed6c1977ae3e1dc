using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace NewsWatch.Review.Api;

/// <summary>What programs are answered, and how they are refused: by problem details (RFC 9457).</summary>
internal static class ApiAnswer
{
    /// <summary>The answer to a body that is no such JSON.</summary>
    public static IResult Unreadable { get; } = Problem("The body is not the JSON this asks for.", StatusCodes.Status400BadRequest);

    /// <summary>The answer where there is nothing.</summary>
    public static IResult NotFound() => Problem("There is nothing at this address.", StatusCodes.Status404NotFound);

    /// <summary>The answer to what cannot be done as asked.</summary>
    public static IResult Refused(string why) => Problem(why, StatusCodes.Status422UnprocessableEntity);

    /// <summary>The answer to what must be asked for once more, knowing what it does.</summary>
    public static IResult Asked(string why) => Problem(why, StatusCodes.Status409Conflict);

    /// <summary>A record or list with its entity tag: whoever has the very bytes is told so (RFC 9110, 13).</summary>
    public static IResult Of<T>(HttpContext context, T value, JsonTypeInfo<T> type)
    {
        var content = JsonSerializer.SerializeToUtf8Bytes(value, type);
        context.Response.Headers.CacheControl = "private, no-cache";
        return Results.Bytes(content, "application/json; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{ArticleId.Hash(content)}\""));
    }

    /// <summary>Reads the body; null where it is no such JSON.</summary>
    public static async Task<T?> ReadAsync<T>(HttpContext context, JsonTypeInfo<T> type, CancellationToken cancellation)
        where T : class
    {
        if (!context.Request.HasJsonContentType())
            return null;
        try
        {
            return await context.Request.ReadFromJsonAsync(type, cancellation);
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            // No JSON, or in a charset that nobody knows.
            return null;
        }
    }

    private static IResult Problem(string why, int status) => Results.Problem(why, statusCode: status);
}
