using Microsoft.Azure.Functions.Worker;

namespace NewsWatch.Functions.Tests;

/// <summary>The context of one delivery, with the facts the Functions host binds beside a queue message.</summary>
internal sealed class DeliveryContext(object? dequeueCount) : FunctionContext
{
    public override BindingContext BindingContext { get; } = new Data(dequeueCount);

    private sealed class Data(object? dequeueCount) : BindingContext
    {
        public override IReadOnlyDictionary<string, object?> BindingData { get; } =
            dequeueCount is null ? new Dictionary<string, object?>() : new Dictionary<string, object?> { ["DequeueCount"] = dequeueCount };
    }
}
