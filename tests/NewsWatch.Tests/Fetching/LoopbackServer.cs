using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace NewsWatch.Tests.Fetching;

/// <summary>A web server on a free loopback port, answering as the test says and remembering what it was asked.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private LoopbackServer(WebApplication app) => this.app = app;

    /// <summary>Path and query of each request so far.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>The headers of the last request.</summary>
    public IHeaderDictionary LastHeaders { get; private set; } = new HeaderDictionary();

    /// <summary>Address of a path of this server, by its name or address.</summary>
    public Uri At(string path, string host = "127.0.0.1") => new($"http://{host}:{new Uri(app.Urls.First()).Port}{path}");

    /// <param name="answer">Answers each request.</param>
    /// <param name="at">Address of the machine itself that it listens on; null for the usual one.</param>
    public static async Task<LoopbackServer> StartAsync(RequestDelegate answer, IPAddress? at = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(at ?? IPAddress.Loopback, 0));
        var app = builder.Build();
        var server = new LoopbackServer(app);
        app.Run(context =>
        {
            server.Asked.Enqueue(context.Request.Path + context.Request.QueryString);
            server.LastHeaders = new HeaderDictionary(context.Request.Headers.ToDictionary());
            return answer(context);
        });
        await app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
