using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NewsWatch.Storage;

namespace NewsWatch.Functions.Tests;

/// <summary>The app's own services over a local store, and the Functions host's part: take a message, bind it, call the function.</summary>
internal sealed class TestApp : IAsyncDisposable
{
    private static readonly TimeSpan Visibility = TimeSpan.FromMinutes(5);

    private readonly ServiceProvider services;
    private readonly string folder = Directory.CreateTempSubdirectory("newswatch-functions-").FullName;

    public TestApp(Action<IServiceCollection>? change = null)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("NewsWatchStorage", "UseDevelopmentStorage=true"), new("PollSchedule", "0 */5 * * * *")])
            .Build();
        var collection = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration);
        collection.AddNewsWatchFunctions(configuration);
        collection.AddLocalStorage(folder);
        change?.Invoke(collection);
        services = collection.BuildServiceProvider();
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>Delivers what waits in the function's queue, once each, as the host does; returns what the function threw.</summary>
    public async Task<IReadOnlyList<Exception>> DeliverAsync(string name)
    {
        var function = FunctionDefinition.All.Single(function => function.Name == name);
        var queues = Get<IQueues>();
        var failures = new List<Exception>();
        foreach (var message in await queues.ReceiveAsync(function.Queue!.QueueName, 32, Visibility, default))
        {
            try
            {
                await InvokeAsync(function, message);
                await queues.CompleteAsync(message, default);
            }
            catch (Exception failure)
            {
                failures.Add(failure);
                await (message.Deliveries >= HostJson.Read("extensions", "queues", "maxDequeueCount").GetInt32()
                    ? queues.PoisonAsync(message, default)
                    : queues.ReleaseAsync(message, TimeSpan.Zero, default));
            }
        }
        return failures;
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task InvokeAsync(FunctionDefinition function, QueuedMessage message)
    {
        using var body = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(message.Body));
        var serializer = Get<IOptions<WorkerOptions>>().Value.Serializer!;
        var bound = await serializer.DeserializeAsync(body, function.Trigger.ParameterType, default);
        var target = ActivatorUtilities.CreateInstance(services, function.Method.DeclaringType!);
        var run = (Task)function.Method.Invoke(
            target, BindingFlags.DoNotWrapExceptions, null, [bound, new DeliveryContext(message.Deliveries), CancellationToken.None], null)!;
        await run;
    }
}
