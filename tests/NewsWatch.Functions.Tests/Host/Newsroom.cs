using System.Net;
using System.Text;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsWatch.Storage;
using NewsWatch.Tests.Storage.Azure;

namespace NewsWatch.Functions.Tests.Host;

/// <summary>
/// The app over an account of its own in Azurite and a web server that plays the newsroom, with the Functions host's part in between: take a
/// message off a queue, hand it to the function, delete it, release it or move it to the poison queue.
/// </summary>
internal sealed class Newsroom : IAsyncDisposable
{
    private static readonly TimeSpan HostVisibility = TimeSpan.FromSeconds(30);

    private readonly string account;
    private readonly WebApplication server;
    private readonly ServiceProvider stores;
    private WorkerProcess? worker;

    private Newsroom(string account, WebApplication server)
    {
        this.account = account;
        this.server = server;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("NewsWatchStorage", account)]).Build();
        stores = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration)
            .AddNewsWatch(configuration).AddAzureStorage(configuration).BuildServiceProvider();
    }

    /// <summary>The worker's process.</summary>
    public WorkerProcess Worker => worker!;

    /// <summary>Address of a path of the web server.</summary>
    public Uri At(string path) => new(new Uri(server.Urls.Single()), path);

    /// <summary>A service over the same account, in this process.</summary>
    public T Get<T>()
        where T : notnull => stores.GetRequiredService<T>();

    /// <summary>Starts both, with one feed on the watch list: <c>/feed</c>.</summary>
    /// <param name="azurite">Where the account is made.</param>
    /// <param name="answer">The newsroom.</param>
    public static async Task<Newsroom> StartAsync(Azurite azurite, RequestDelegate answer)
    {
        var account = await azurite.NewAccountAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var server = builder.Build();
        server.Run(answer);
        await server.StartAsync();
        var newsroom = new Newsroom(account, server);
        var list = $"""
            <opml version="2.0"><head><title>Ours</title></head><body>
              <outline type="rss" text="Harbour wire" xmlUrl="{newsroom.At("/feed")}" />
            </body></opml>
            """;
        await newsroom.Get<IBlobs>().WriteAsync("feeds.opml", Encoding.UTF8.GetBytes(list), WriteCondition.Always, default);
        await newsroom.RestartAsync();
        return newsroom;
    }

    /// <summary>Starts the worker, anew where it runs.</summary>
    public async Task RestartAsync()
    {
        if (worker is not null)
            await worker.DisposeAsync();
        worker = await WorkerProcess.StartAsync(new Dictionary<string, string>
        {
            ["FUNCTIONS_WORKER_RUNTIME"] = "dotnet-isolated",
            ["AZURE_FUNCTIONS_ENVIRONMENT"] = "Development",
            ["AzureWebJobsStorage"] = account,
            ["NewsWatchStorage"] = account,
            ["PollSchedule"] = "0 */5 * * * *",
            ["NewsWatch__Fetching__AllowedNetworks__0"] = "127.0.0.0/8",
        });
    }

    /// <summary>Puts a text into a queue, in base64 or as it is.</summary>
    public async Task PutAsync(string queue, string text, bool raw = false)
    {
        var client = QueueOf(queue);
        await client.CreateIfNotExistsAsync();
        await client.SendMessageAsync(raw ? text : Convert.ToBase64String(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>Takes the next message off a queue, hidden for as long as the host hides it; null where none is visible.</summary>
    public async Task<HostMessage?> TakeAsync(string queue)
    {
        var client = QueueOf(queue);
        await client.CreateIfNotExistsAsync();
        return (await client.ReceiveMessageAsync(TimeSpan.FromMinutes(10))).Value is { } message ? Message(message) : null;
    }

    /// <summary>Takes one message off the queue of a function and delivers it; null where none is visible.</summary>
    public async Task<InvocationResponse?> PumpAsync(string function, string queue)
    {
        if (await TakeAsync(queue) is not { } message)
            return null;
        var response = await Worker.DeliverAsync(function, message);
        await EndAsync(queue, message, response);
        return response;
    }

    /// <summary>What the host does with a message once the function has ended.</summary>
    /// <returns>False where the message had been taken out of the host's hands meanwhile.</returns>
    public async Task<bool> EndAsync(string queue, HostMessage message, InvocationResponse response)
    {
        var client = QueueOf(queue);
        try
        {
            if (response.Result.Status == StatusResult.Types.Status.Success)
                await client.DeleteMessageAsync(message.Id, message.Receipt);
            else if (message.Deliveries < HostJson.Read("extensions", "queues", "maxDequeueCount").GetInt32())
                await client.UpdateMessageAsync(message.Id, message.Receipt, visibilityTimeout: HostVisibility);
            else
            {
                await PutAsync(Pipeline.Poison(queue), message.Body);
                await client.DeleteMessageAsync(message.Id, message.Receipt);
            }
            return true;
        }
        catch (Azure.RequestFailedException old) when (old.ErrorCode == QueueErrorCode.PopReceiptMismatch || old.ErrorCode == QueueErrorCode.MessageNotFound)
        {
            // The host takes it that somebody else has the message now.
            return false;
        }
    }

    /// <summary>Texts of the visible messages in a queue, as they lie there.</summary>
    public async Task<IReadOnlyList<string>> PeekAsync(string queue)
    {
        var client = QueueOf(queue);
        await client.CreateIfNotExistsAsync();
        return [.. (await client.PeekMessagesAsync(32)).Value.Select(message => message.Body.ToString())];
    }

    public async ValueTask DisposeAsync()
    {
        if (worker is not null)
            await worker.DisposeAsync();
        await server.DisposeAsync();
        await stores.DisposeAsync();
    }

    // The host hands the text on as it was before base64.
    private static HostMessage Message(QueueMessage message) => new(
        message.MessageId, message.PopReceipt, Encoding.UTF8.GetString(Convert.FromBase64String(message.Body.ToString())), message.DequeueCount);

    private QueueClient QueueOf(string queue) => new(account, queue);
}
