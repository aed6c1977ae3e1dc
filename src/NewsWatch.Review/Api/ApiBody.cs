using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace NewsWatch.Review.Api;

/// <summary>What programs send, and how they are refused.</summary>
internal static class ApiBody
{
    /// <summary>The answer to a body that is no such JSON.</summary>
    public static IResult Unreadable { get; } = Problem("The body is not the JSON this asks for.", StatusCodes.Status400BadRequest);

    /// <summary>The answer to what cannot be done as asked.</summary>
    public static IResult Refused(string why) => Problem(why, StatusCodes.Status422UnprocessableEntity);

    /// <summary>The answer to what must be asked for once more, knowing what it does.</summary>
    public static IResult Asked(string why) => Problem(why, StatusCodes.Status409Conflict);

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
        catch (JsonException)
        {
            return null;
        }
    }

    private static IResult Problem(string why, int status) => Results.Json(new(why), ReviewJson.Default.ApiProblem, statusCode: status);
}

/// <summary>Why something was not done.</summary>
/// <param name="Problem">One line.</param>
internal sealed record ApiProblem(string Problem);
