using System.Globalization;
using Microsoft.Azure.Functions.Worker;

namespace NewsWatch.Functions;

/// <summary>What the Functions host says about a delivery.</summary>
internal static class DeliveryCount
{
    /// <summary>This delivery's number, from 1. Where the host gives none, 1: the message is tried again and never given up too early.</summary>
    public static int Of(FunctionContext context)
        => context.BindingContext.BindingData.TryGetValue("DequeueCount", out var count) && count is not null
            ? Convert.ToInt32(count, CultureInfo.InvariantCulture)
            : 1;
}
