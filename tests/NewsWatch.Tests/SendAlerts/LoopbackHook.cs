using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace NewsWatch.Tests.SendAlerts;

/// <summary>A web server on loopback that keeps what is posted to it.</summary>
internal sealed class LoopbackHook : IAsyncDisposable
{
    private readonly WebApplication site;

    private LoopbackHook(WebApplication site) => this.site = site;

    public ConcurrentQueue<(IReadOnlyDictionary<string, string> Headers, byte[] Body)> Posts { get; } = [];

    /// <summary>Statuses of the next answers; 200 once there are no more.</summary>
    public ConcurrentQueue<int> Answers { get; } = [];

    public Uri Address => new(site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/hook");

    public static async Task<LoopbackHook> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var hook = new LoopbackHook(builder.Build());
        hook.site.MapPost("/hook", hook.TakeAsync);
        await hook.site.StartAsync();
        return hook;
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        Posts.Enqueue((context.Request.Headers.ToDictionary(header => header.Key.ToLowerInvariant(), header => header.Value.ToString()), body.ToArray()));
        context.Response.StatusCode = Answers.TryDequeue(out var status) ? status : 200;
    }
}
