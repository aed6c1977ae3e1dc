using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace NewsWatch.Review.Layout;

/// <summary>The one script, out of the assembly: keys and small comforts. Every page works without it.</summary>
internal static class DeskScript
{
    private static readonly byte[] Content = Read();

    private static readonly string Version = ArticleId.Hash(Content)[..8];

    /// <summary>Route of the endpoint.</summary>
    public const string Route = "/desk.js";

    /// <summary>Where pages link to.</summary>
    public static string Address { get; } = $"{Route}?v={Version}";

    /// <summary>Answers the browser.</summary>
    public static IResult Serve(HttpContext context)
    {
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(Content, "text/javascript; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{Version}\""));
    }

    private static byte[] Read()
    {
        using var stream = typeof(DeskScript).Assembly.GetManifestResourceStream("desk.js")
            ?? throw new InvalidOperationException("The script is missing from the assembly.");
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
