using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using NewsWatch.Review;
using NewsWatch.Review.Security;

namespace NewsWatch.Cli.Hosting;

/// <summary>The pipeline and the review site in one process, without Azure's Functions host.</summary>
internal static class EmbeddedHost
{
    /// <summary>Address and port of the review site where nothing else is asked for.</summary>
    public const string DefaultListen = "127.0.0.1:8420";

    /// <summary>Builds the host; nothing runs yet.</summary>
    /// <exception cref="UsageException">A setting or <paramref name="listen"/> cannot be used.</exception>
    public static WebApplication Build(IConfiguration configuration, string folder, string listen)
    {
        var endpoint = IPEndPoint.TryParse(listen, out var parsed) && listen.Contains(':', StringComparison.Ordinal)
            ? parsed
            : throw new UsageException($"--listen is \"{listen}\", which is not an address and port such as {DefaultListen}.");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddConfiguration(configuration);
        builder.Logging.Services.RemoveAll<Microsoft.Extensions.Logging.ILoggerProvider>();
        Settings.AddConsole(builder.Logging, configuration);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(endpoint));
        builder.Services.AddSingleton<IHostLifetime, CommandLifetime>();
        builder.Services.AddNewsWatchHere(configuration, folder);
        builder.Services.AddReview(configuration, isBeyondMachine: !IPAddress.IsLoopback(endpoint.Address));
        builder.Services.PostConfigure<ReviewOptions>(options => options.IndexFolder ??= Path.Combine(folder, "index"));
        builder.Services.AddSingleton(PollSchedule.Read(configuration));
        builder.Services.AddHostedService<PumpWorker>();
        builder.Services.AddHostedService<PollClock>();
        builder.Services.AddHostedService<NoticeClock>();
        var app = builder.Build();
        if (app.Services.GetRequiredService<SignIn>().IsClosed)
            throw new UsageException(
                $"--listen is \"{listen}\", which other machines can reach, and nothing says who may use the review site. Set "
                + $"{ReviewOptions.Section}:{nameof(ReviewOptions.Accounts)} ('newswatch account NAME' writes one) or "
                + $"{ReviewOptions.Section}:{nameof(ReviewOptions.Key)}, or listen on {DefaultListen}.");
        app.UseResponseCompression();
        app.MapReview();
        return app;
    }

    /// <summary>Runs until cancelled, then stops cleanly.</summary>
    /// <exception cref="UsageException">The address is taken.</exception>
    public static async Task RunAsync(WebApplication app, CancellationToken stop)
    {
        try
        {
            await app.StartAsync(CancellationToken.None);
        }
        catch (IOException failure)
        {
            throw new UsageException($"The review site cannot be served: {failure.Message.TrimEnd('.')}. Choose another address with --listen.", failure);
        }
        try
        {
            await app.WaitForShutdownAsync(stop);
        }
        finally
        {
            await app.StopAsync(CancellationToken.None);
        }
    }

    /// <summary>Leaves Ctrl+C to the command line, which cancels the command.</summary>
    private sealed class CommandLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
