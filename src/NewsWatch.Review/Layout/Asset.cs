using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace NewsWatch.Review.Layout;

/// <summary>A file of the site out of the assembly; its address changes with its content, so browsers may keep it.</summary>
internal sealed class Asset
{
    private readonly string type;
    private readonly byte[] content;
    private readonly byte[] packed;
    private readonly string version;

    /// <param name="route">Route of the endpoint.</param>
    /// <param name="type">Media type.</param>
    /// <param name="resources">Names of the resources it is put together from, in order.</param>
    public Asset(string route, string type, params ReadOnlySpan<string> resources)
    {
        using var whole = new MemoryStream();
        foreach (var resource in resources)
            using (var stream = typeof(Asset).Assembly.GetManifestResourceStream(resource)
                ?? throw new InvalidOperationException($"{resource} is missing from the assembly."))
                stream.CopyTo(whole);
        this.type = type;
        content = whole.ToArray();
        packed = Pack(content);
        version = ArticleId.Hash(content)[..8];
        (Route, Address) = (route, $"{route}?v={version}");
    }

    /// <summary>Route of the endpoint.</summary>
    public string Route { get; }

    /// <summary>Where pages link to.</summary>
    public string Address { get; }

    /// <summary>Answers the browser, packed where it takes that.</summary>
    public IResult Serve(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = "public, max-age=31536000, immutable";
        headers.Vary = HeaderNames.AcceptEncoding;
        var isPacked = context.Request.GetTypedHeaders().AcceptEncoding.Any(coding => coding.Value == "br" && coding.Quality is not 0);
        if (isPacked)
            headers.ContentEncoding = "br";
        return Results.Bytes(isPacked ? packed : content, type, entityTag: new EntityTagHeaderValue($"\"{version}{(isPacked ? "-br" : "")}\""));
    }

    private static byte[] Pack(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal))
            brotli.Write(content);
        return packed.ToArray();
    }
}
