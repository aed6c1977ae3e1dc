using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace NewsWatch.Review.Layout;

/// <summary>The one style sheet, out of the assembly; its address changes with its content, so browsers may keep it.</summary>
internal static class StyleSheet
{
    private static readonly byte[] Content = Read();

    private static readonly string Version = ArticleId.Hash(Content)[..8];

    /// <summary>Route of the endpoint.</summary>
    public const string Route = "/review.css";

    /// <summary>Where pages link to.</summary>
    public static string Address { get; } = $"{Route}?v={Version}";

    /// <summary>Answers the browser.</summary>
    public static IResult Serve(HttpContext context)
    {
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(Content, "text/css; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{Version}\""));
    }

    private static byte[] Read()
    {
        using var content = new MemoryStream();
        foreach (var part in new[] { "review.css", "inbox.css" })
        {
            using var stream = typeof(StyleSheet).Assembly.GetManifestResourceStream(part)
                ?? throw new InvalidOperationException($"The style sheet {part} is missing from the assembly.");
            stream.CopyTo(content);
        }
        return content.ToArray();
    }
}
