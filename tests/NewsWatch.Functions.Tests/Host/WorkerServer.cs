using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace NewsWatch.Functions.Tests.Host;

/// <summary>The server that a worker process connects to, on a free loopback port.</summary>
internal sealed class WorkerServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private WorkerServer(WebApplication app, WorkerChannel channel) => (this.app, Channel) = (app, channel);

    public WorkerChannel Channel { get; }

    public Uri Address => new(app.Urls.Single());

    public static async Task<WorkerServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        var channel = new WorkerChannel();
        builder.Services.AddSingleton(channel);
        var app = builder.Build();
        app.MapGrpcService<WorkerChannel>();
        await app.StartAsync();
        return new(app, channel);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
