using System.Collections.Concurrent;
using Grpc.Core;

namespace NewsWatch.Functions.Tests.Host;

/// <summary>One worker's stream: requests with the answers that belong to them, and what it logs meanwhile.</summary>
internal sealed class WorkerChannel : FunctionRpc.FunctionRpcBase, IDisposable
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<StreamingMessage>> waiting = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<RpcLog> logs = new();
    private readonly TaskCompletionSource<IServerStreamWriter<StreamingMessage>> worker = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim oneAtATime = new(1, 1);

    /// <summary>What the worker has logged, in the order it came.</summary>
    public IReadOnlyList<RpcLog> Logs => [.. logs];

    /// <summary>Ends when the worker has said its name.</summary>
    public Task Started => worker.Task;

    public override async Task EventStream(
        IAsyncStreamReader<StreamingMessage> requestStream, IServerStreamWriter<StreamingMessage> responseStream, ServerCallContext context)
    {
        try
        {
            while (await requestStream.MoveNext(context.CancellationToken))
                Take(requestStream.Current, responseStream);
        }
        catch (Exception end) when (end is IOException or OperationCanceledException)
        {
            // The worker was killed: whoever waits for it hears of that below.
        }
        foreach (var request in waiting.Values)
            request.TrySetException(new IOException("The worker has ended."));
    }

    public void Dispose() => oneAtATime.Dispose();

    /// <summary>Sends a request and waits for its answer.</summary>
    /// <exception cref="IOException">The worker ended first.</exception>
    public async Task<StreamingMessage> AskAsync(StreamingMessage request)
    {
        request.RequestId = request.InvocationRequest?.InvocationId ?? Invocation.NextId();
        var answer = new TaskCompletionSource<StreamingMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting[request.RequestId] = answer;
        await TellAsync(request);
        return await answer.Task.WaitAsync(TimeSpan.FromMinutes(2));
    }

    /// <summary>Sends what is not answered.</summary>
    public async Task TellAsync(StreamingMessage message)
    {
        var writer = await worker.Task;
        await oneAtATime.WaitAsync();
        try
        {
            await writer.WriteAsync(message);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    private void Take(StreamingMessage message, IServerStreamWriter<StreamingMessage> writer)
    {
        switch (message.ContentCase)
        {
            case StreamingMessage.ContentOneofCase.StartStream:
                worker.TrySetResult(writer);
                break;
            case StreamingMessage.ContentOneofCase.RpcLog:
                logs.Enqueue(message.RpcLog);
                break;
            default:
                if (waiting.TryRemove(message.RequestId, out var request))
                    request.TrySetResult(message);
                break;
        }
    }
}
