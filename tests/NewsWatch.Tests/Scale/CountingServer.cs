using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NewsWatch.Tests.ExtractArticle.Doubles;

namespace NewsWatch.Tests.Scale;

/// <summary>
/// Many hosts, each a loopback address of its own on one port, with a feed of entries whose pages it serves after a delay; notes when each
/// request came and when it was answered, by its own clock.
/// </summary>
internal sealed class CountingServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly int port;
    private readonly int entries;
    private readonly ConcurrentDictionary<string, TimeSpan> delays = new();
    private long number;

    private CountingServer(WebApplication app, int port, int hosts, int entries)
    {
        (this.app, this.port, this.entries) = (app, port, entries);
        Hosts = [.. Enumerable.Range(1, hosts).Select(Name)];
    }

    /// <summary>The hosts.</summary>
    public IReadOnlyList<string> Hosts { get; }

    /// <summary>Every request, in the order in which they were answered.</summary>
    public ConcurrentQueue<Visit> Requests { get; } = new();

    /// <summary>Entries of all hosts.</summary>
    public int Entries => Hosts.Count * entries;

    /// <summary>Starts it.</summary>
    /// <param name="hosts">How many hosts; at most 200.</param>
    /// <param name="entries">Entries of each host's feed.</param>
    /// <param name="delay">Time every page takes.</param>
    public static async Task<CountingServer> StartAsync(int hosts, int entries, TimeSpan delay)
    {
        var port = FreePort();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            for (var host = 1; host <= hosts; host++)
                kestrel.Listen(IPAddress.Parse(Name(host)), port);
        });
        var app = builder.Build();
        var server = new CountingServer(app, port, hosts, entries);
        foreach (var host in server.Hosts)
            server.Delay(host, delay);
        app.Run(server.AnswerAsync);
        await app.StartAsync();
        return server;
    }

    /// <summary>Sets the time that a host's pages take.</summary>
    public void Delay(string host, TimeSpan delay) => delays[host] = delay;

    /// <summary>The watch list of all hosts, or of some, as OPML.</summary>
    public string WatchList(Func<string, bool>? wanted = null)
    {
        var outlines = Hosts.Where(wanted ?? (_ => true)).Select(host => $"<outline type=\"rss\" text=\"{host}\" xmlUrl=\"http://{host}:{port}/feed\"/>");
        return $"<opml version=\"2.0\"><head><title>Hosts</title></head><body>{string.Concat(outlines)}</body></opml>";
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var began = TimeProvider.System.GetTimestamp();
        var host = context.Connection.LocalIpAddress!.ToString();
        var path = context.Request.Path.Value!;
        if (path == "/feed")
        {
            context.Response.ContentType = "application/rss+xml";
            await context.Response.WriteAsync(Feed(host));
        }
        else if (path.StartsWith("/a/", StringComparison.Ordinal))
        {
            await Task.Delay(delays[host], TimeProvider.System);
            context.Response.ContentType = "text/html; charset=utf-8";
            await context.Response.WriteAsync(Page(host, path));
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
        Requests.Enqueue(new(host, path, began, TimeProvider.System.GetTimestamp()));
    }

    private string Feed(string host)
    {
        var text = new StringBuilder($"<rss version=\"2.0\"><channel><title>{host}</title><link>http://{host}:{port}/</link>");
        foreach (var entry in Enumerable.Range(0, entries))
            text.Append(CultureInfo.InvariantCulture, $"<item><title>Ministers of {host} meet, the {entry}th time</title><link>http://{host}:{port}/a/{entry}</link>")
                .Append(CultureInfo.InvariantCulture, $"<pubDate>{new DateTime(2026, 3, 1, entry % 24, 0, 0, DateTimeKind.Utc):r}</pubDate></item>");
        return text.Append("</channel></rss>").ToString();
    }

    private string Page(string host, string path)
    {
        var seed = (int)Interlocked.Increment(ref number);
        var paragraphs = Prose.Of(seed, 240).Split('\n').Select(paragraph => $"<p>{paragraph}</p>");
        return $"<html><head><title>Ministers of {host} meet {path}</title></head><body><article><h1>Ministers of {host} meet {path}</h1>{string.Concat(paragraphs)}</article></body></html>";
    }

    private static string Name(int host) => $"127.0.77.{host}";

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}

/// <summary>One request.</summary>
/// <param name="Host">Of whom.</param>
/// <param name="Path">What for.</param>
/// <param name="Began">When it came, as a timestamp of the server's clock.</param>
/// <param name="Ended">When it was answered.</param>
internal sealed record Visit(string Host, string Path, long Began, long Ended);
