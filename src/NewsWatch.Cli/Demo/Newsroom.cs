using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace NewsWatch.Cli.Demo;

/// <summary>A sample newsroom on loopback: five feeds and their articles, written for the demo, served with ETags.</summary>
internal sealed class Newsroom : IAsyncDisposable
{
    /// <summary>The port asked for first, so that a second demo finds the addresses of the first.</summary>
    public const int UsualPort = 8421;

    private const string Prefix = "newsroom/";

    private readonly WebApplication app;

    private Newsroom(WebApplication app, Uri address)
    {
        this.app = app;
        Address = address;
    }

    /// <summary>Where it is served, without a slash at the end of its text.</summary>
    public Uri Address { get; }

    /// <summary>The watch list of its feeds, as OPML.</summary>
    public string WatchList => Text("feeds.opml", Address)!;

    /// <summary>Serves the newsroom on <paramref name="port"/>, or on any free one where that is taken.</summary>
    public static async Task<Newsroom> StartAsync(int port, CancellationToken cancellation)
    {
        try
        {
            return await ListenAsync(port, cancellation);
        }
        catch (IOException) when (port != 0)
        {
            return await ListenAsync(0, cancellation);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static async Task<Newsroom> ListenAsync(int port, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddRoutingCore();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        var app = builder.Build();
        app.Run(ServeAsync);
        await app.StartAsync(cancellation);
        return new(app, new Uri(app.Urls.Single()));
    }

    private static Task ServeAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!.TrimStart('/');
        if (path == "articles/withdrawn-notice")
            return Status(context, HttpStatusCode.Gone);
        var here = new Uri($"http://{context.Request.Host}");
        var (resource, type) = path switch
        {
            "robots.txt" => (path, "text/plain; charset=utf-8"),
            _ when path.StartsWith("articles/", StringComparison.Ordinal) => (path + ".html", "text/html; charset=utf-8"),
            _ when path.StartsWith("restricted/", StringComparison.Ordinal) => ("restricted.html", "text/html; charset=utf-8"),
            _ => (path, Path.GetExtension(path) switch
            {
                ".rss" => "application/rss+xml; charset=utf-8",
                ".atom" => "application/atom+xml; charset=utf-8",
                ".rdf" => "application/rdf+xml; charset=utf-8",
                ".json" => "application/feed+json; charset=utf-8",
                _ => "",
            }),
        };
        return type.Length > 0 && Text(resource, here) is { } text
            ? RespondAsync(context, text, type)
            : Status(context, HttpStatusCode.NotFound);
    }

    private static Task RespondAsync(HttpContext context, string text, string type)
    {
        var tag = $"\"{ArticleId.Hash(text)}\"";
        context.Response.Headers.ETag = tag;
        if (context.Request.Headers.IfNoneMatch == tag)
            return Status(context, HttpStatusCode.NotModified);
        context.Response.ContentType = type;
        return context.Response.WriteAsync(text, Encoding.UTF8);
    }

    private static Task Status(HttpContext context, HttpStatusCode status)
    {
        context.Response.StatusCode = (int)status;
        return Task.CompletedTask;
    }

    private static string? Text(string resource, Uri here)
    {
        using var stream = typeof(Newsroom).Assembly.GetManifestResourceStream(Prefix + resource);
        if (stream is null)
            return null;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().Replace("{base}", here.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal);
    }
}
