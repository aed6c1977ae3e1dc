using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NewsWatch.Cli.Output;
using NewsWatch.Review;
using NewsWatch.Review.Security;

namespace NewsWatch.Cli.Hosting;

/// <summary>The pipeline and the review site in one process, without Azure's Functions host.</summary>
internal static class EmbeddedHost
{
    /// <summary>Address and port of the review site where nothing else is asked for.</summary>
    public const string DefaultListen = "127.0.0.1:8420";

    /// <summary>Builds the host; nothing runs yet.</summary>
    /// <param name="configuration">The settings.</param>
    /// <param name="folder">The data folder.</param>
    /// <param name="listen">Address and port.</param>
    /// <param name="screen">Where the passes are told.</param>
    /// <param name="isVerbose">True to log more than warnings.</param>
    /// <param name="isWorker">True to work the queues alone: another process polls and sends digests.</param>
    /// <exception cref="UsageException">A setting or <paramref name="listen"/> cannot be used.</exception>
    public static WebApplication Build(IConfiguration configuration, string folder, string listen, Screen screen, bool isVerbose, bool isWorker = false)
    {
        var endpoint = ListenAddress.Read(listen);
        // Whatever the environment says: in development the framework answers a failure with its stack.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = Environments.Production });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddConfiguration(configuration);
        builder.Logging.Services.RemoveAll<Microsoft.Extensions.Logging.ILoggerProvider>();
        Settings.AddConsole(builder.Logging, configuration, isVerbose, asJson: screen is not { IsTerminal: true, Json: false });
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(endpoint));
        builder.Services.AddSingleton<IHostLifetime, CommandLifetime>();
        // Where the service manager of Windows has started it, that stops it, and logs go to the event log; elsewhere this does nothing.
        builder.Services.AddWindowsService(service => service.ServiceName = "NewsWatch");
        builder.Services.AddNewsWatchHere(configuration, folder);
        builder.Services.AddReview(configuration, isBeyondMachine: !IPAddress.IsLoopback(endpoint.Address));
        builder.Services.PostConfigure<ReviewOptions>(options => options.IndexFolder ??= Path.Combine(folder, "index"));
        builder.Services.AddSingleton(screen);
        builder.Services.AddSingleton<PassTeller>();
        builder.Services.AddSingleton(PollSchedule.Read(configuration));
        builder.Services.AddHostTelemetry(configuration, isScraped: true);
        builder.Services.AddHostedService<PumpWorker>();
        if (!isWorker)
        {
            builder.Services.AddHostedService<PollClock>();
            builder.Services.AddHostedService<NoticeClock>();
            builder.Services.AddHostedService<UpkeepClock>();
        }
        var app = builder.Build();
        if (app.Services.GetRequiredService<SignIn>().IsClosed)
            throw new UsageException(
                $"--listen is \"{listen}\", which other machines can reach, and nothing says who may use the review site. Set "
                + $"{ReviewOptions.Section}:{nameof(ReviewOptions.Accounts)} ('newswatch account NAME' writes one), "
                + $"{ReviewOptions.Section}:{nameof(ReviewOptions.Key)} or, where a proxy signs people in, "
                + $"{ReviewOptions.Section}:{nameof(ReviewOptions.SignInProxy)}, or listen on {DefaultListen}.");
        app.UseMetrics();
        app.UseResponseCompression();
        app.MapReview();
        return app;
    }

    /// <summary>Runs until cancelled, then stops cleanly.</summary>
    /// <param name="app">The host.</param>
    /// <param name="listen">Its address and port, to be told once it listens.</param>
    /// <param name="folder">The data folder, to be told with it.</param>
    /// <param name="stop">Stops it.</param>
    /// <exception cref="FailureException">The address is taken, or is none of this machine's.</exception>
    public static async Task RunAsync(WebApplication app, string listen, string folder, CancellationToken stop)
    {
        // The settings are checked before any port is taken or anything polled.
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        try
        {
            await app.StartAsync(CancellationToken.None);
        }
        catch (Exception failure) when (failure is IOException or SocketException)
        {
            throw ListenAddress.Taken(listen, failure);
        }
        try
        {
            app.Services.GetRequiredService<PassTeller>().Listening(listen, folder);
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
