using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Google.Protobuf.WellKnownTypes;

namespace NewsWatch.Functions.Tests.Host;

/// <summary>The published function app as its own process, started and spoken to as the Functions host does.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    private readonly WorkerServer server;
    private readonly Process process;
    private readonly Task<string> output;
    private readonly Task<string> errors;
    private readonly HttpClient http = new(new UntilItListens { InnerHandler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false } });
    private readonly Dictionary<string, FunctionMetadata> functions = new(StringComparer.Ordinal);
    private Uri? site;

    private WorkerProcess(WorkerServer server, Process process)
    {
        this.server = server;
        this.process = process;
        output = process.StandardOutput.ReadToEndAsync();
        errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>The functions that the worker has told of, by name.</summary>
    public IReadOnlyDictionary<string, FunctionMetadata> Functions => functions;

    /// <summary>What the worker has logged through the host.</summary>
    public IReadOnlyList<RpcLog> Logs => server.Channel.Logs;

    /// <summary>Starts the app and has it load every function it tells of.</summary>
    /// <param name="settings">Environment variables, as the settings of a function app are.</param>
    public static async Task<WorkerProcess> StartAsync(IReadOnlyDictionary<string, string> settings)
    {
        var server = await WorkerServer.StartAsync();
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = PublishedApp.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                "NewsWatch.Functions.dll",
                "--functions-uri", server.Address.AbsoluteUri,
                "--functions-worker-id", Invocation.NextId(),
                "--functions-request-id", Invocation.NextId(),
                "--functions-grpc-max-message-length", (64 << 20).ToString(CultureInfo.InvariantCulture),
            },
        };
        start.Environment["FUNCTIONS_APPLICATION_DIRECTORY"] = PublishedApp.Folder;
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        var worker = new WorkerProcess(server, Process.Start(start)!);
        try
        {
            await worker.LoadAsync();
            return worker;
        }
        catch
        {
            await worker.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs a timer's function.</summary>
    public Task<InvocationResponse> FireAsync(string function)
        => InvokeAsync(function, new() { Json = """{"Schedule":{"AdjustForDST":true},"ScheduleStatus":null,"IsPastDue":false}""" }, new(), new());

    /// <summary>Delivers a queue's message.</summary>
    public Task<InvocationResponse> DeliverAsync(string function, HostMessage message, Invocation? invocation = null)
        => InvokeAsync(
            function,
            new() { String = message.Body },
            new()
            {
                ["QueueTrigger"] = new() { String = message.Body },
                ["Id"] = new() { String = message.Id },
                ["PopReceipt"] = new() { String = message.Receipt },
                ["DequeueCount"] = new() { Json = message.Deliveries.ToString(CultureInfo.InvariantCulture) },
            },
            invocation ?? new());

    /// <summary>Sends a request on to the worker's own server, and says to the worker that it is the function's.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        var invocation = new Invocation();
        request.RequestUri = new(site!, request.RequestUri!);
        request.Headers.Add("x-ms-invocation-id", invocation.Id);
        var answered = http.SendAsync(request);
        var url = request.RequestUri.AbsoluteUri;
        await InvokeAsync("Review", new() { Http = new() { Method = request.Method.Method, Url = url } }, new(), invocation);
        return await answered;
    }

    /// <summary>Says that an invocation is to end, as the host does when its instance goes away.</summary>
    public Task CancelAsync(Invocation invocation) => server.Channel.TellAsync(
        new() { InvocationCancel = new() { InvocationId = invocation.Id, GracePeriod = Duration.FromTimeSpan(TimeSpan.FromSeconds(10)) } });

    /// <summary>Ends the process as an instance that fails does.</summary>
    public Task KillAsync()
    {
        process.Kill(entireProcessTree: true);
        return process.WaitForExitAsync();
    }

    /// <summary>Processor time that the process has used.</summary>
    public TimeSpan ProcessorTime => process.TotalProcessorTime;

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            await KillAsync();
        await Task.WhenAll(output, errors);
        process.Dispose();
        http.Dispose();
        await server.DisposeAsync();
    }

    private async Task LoadAsync()
    {
        if (await Task.WhenAny(server.Channel.Started, process.WaitForExitAsync()) != server.Channel.Started)
            throw new InvalidOperationException($"The worker ended before it said anything:\n{await output}\n{await errors}");
        var init = await server.Channel.AskAsync(new()
        {
            WorkerInitRequest = new() { HostVersion = "4.1037.0", WorkerDirectory = PublishedApp.Folder, FunctionAppDirectory = PublishedApp.Folder },
        });
        if (init.WorkerInitResponse.Capabilities.TryGetValue("HttpUri", out var address))
            site = new(address);
        var told = await server.Channel.AskAsync(new() { FunctionsMetadataRequest = new() { FunctionAppDirectory = PublishedApp.Folder } });
        foreach (var function in told.FunctionMetadataResponse.FunctionMetadataResults)
        {
            functions[function.Name] = function;
            var loaded = await server.Channel.AskAsync(
                new() { FunctionLoadRequest = new() { FunctionId = function.FunctionId, Metadata = function } });
            if (loaded.FunctionLoadResponse.Result.Status != StatusResult.Types.Status.Success)
                throw new InvalidOperationException($"{function.Name}: {loaded.FunctionLoadResponse.Result.Exception?.Message}");
        }
    }

    private async Task<InvocationResponse> InvokeAsync(
        string name, TypedData input, Dictionary<string, TypedData> about, Invocation invocation)
    {
        var function = functions[name];
        var trigger = function.RawBindings.Select(raw => JsonDocument.Parse(raw).RootElement)
            .Single(binding => binding.GetProperty("type").GetString()!.EndsWith("Trigger", StringComparison.OrdinalIgnoreCase));
        var request = new InvocationRequest
        {
            InvocationId = invocation.Id,
            FunctionId = function.FunctionId,
            TraceContext = new() { TraceParent = invocation.TraceParent ?? "", TraceState = "" },
            InputData = { new ParameterBinding { Name = trigger.GetProperty("name").GetString(), Data = input } },
        };
        foreach (var (key, value) in about)
            request.TriggerMetadata[key] = value;
        return (await server.Channel.AskAsync(new() { InvocationRequest = request })).InvocationResponse;
    }
}

/// <summary>One call of a function.</summary>
internal sealed record Invocation
{
    private static int last;

    public string Id { get; } = NextId();

    /// <summary>The host's own span; null for none.</summary>
    public string? TraceParent { get; init; }

    /// <summary>A number that no other thing in this run has, in the form of the ids that the host gives.</summary>
    public static string NextId() => new Guid(Interlocked.Increment(ref last), 0, 0, new byte[8]).ToString();
}

/// <summary>A queue's message as the host has received it.</summary>
internal sealed record HostMessage(string Id, string Receipt, string Body, long Deliveries);
