using System.Globalization;
using Microsoft.Azure.Functions.Worker;
using NewsWatch.Storage;

namespace NewsWatch.Functions;

/// <summary>What the Functions host says about a delivery, beside the message.</summary>
internal static class HostDelivery
{
    /// <summary>The message with this delivery's number (1 where the host gives none: it is never given up too early) and receipt.</summary>
    public static QueuedMessage Of(string queue, string body, FunctionContext context)
    {
        var data = context.BindingContext.BindingData;
        var count = data.GetValueOrDefault("DequeueCount") is { } said ? Convert.ToInt32(said, CultureInfo.InvariantCulture) : 1;
        return new(queue, Text(data, "Id"), Text(data, "PopReceipt"), body, count);
    }

    private static string Text(IReadOnlyDictionary<string, object?> data, string name) => data.GetValueOrDefault(name)?.ToString() ?? "";
}
