using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace NewsWatch.Tests.Notices;

/// <summary>A web server on loopback that keeps what is posted to it, at whatever path.</summary>
internal sealed class LoopbackHook : IAsyncDisposable
{
    private readonly WebApplication site;

    private int seen;

    private LoopbackHook(WebApplication site) => this.site = site;

    public ConcurrentQueue<HookPost> Posts { get; } = [];

    /// <summary>Statuses of the next answers; 200 once there are no more.</summary>
    public ConcurrentQueue<int> Answers { get; } = [];

    /// <summary>Value of Retry-After in each answer that is no success; null for none.</summary>
    public string? RetryAfter { get; set; }

    /// <summary>Posts so far, answered or not.</summary>
    public int Seen => Volatile.Read(ref seen);

    /// <summary>True where it takes the post and never answers.</summary>
    public bool Hangs { get; set; }

    public Uri Root => new(site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public Uri Address => new(Root, "hook");

    public static async Task<LoopbackHook> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var hook = new LoopbackHook(builder.Build());
        hook.site.MapPost("/{*path}", hook.TakeAsync);
        await hook.site.StartAsync();
        return hook;
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        Interlocked.Increment(ref seen);
        if (Hangs)
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
        var status = Answers.TryDequeue(out var given) ? given : 200;
        Posts.Enqueue(new(
            context.Request.Path,
            context.Request.Headers.ToDictionary(header => header.Key.ToLowerInvariant(), header => header.Value.ToString()),
            body.ToArray(),
            status));
        if (status >= 300 && RetryAfter is { } wait)
            context.Response.Headers.RetryAfter = wait;
        context.Response.StatusCode = status;
    }
}

/// <summary>What was posted, and what was answered.</summary>
internal sealed record HookPost(string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body, int Status)
{
    public JsonNode Json => JsonNode.Parse(Body)!;
}
