using System.Globalization;
using System.Text.Json.Serialization;
using NewsWatch.Storage;

namespace NewsWatch.ClassifyArticle.SecondReader;

/// <summary>Counts calls by the day (UTC) in the store, so that all instances share the day's budget and a restart does not renew it.</summary>
public sealed class CallBudget(IBlobs blobs, TimeProvider time)
{
    /// <summary>Takes one call out of the day's budget; false where it is used up.</summary>
    public async Task<bool> TryTakeAsync(int mostCallsADay, CancellationToken cancellation)
    {
        var name = time.GetUtcNow().UtcDateTime.ToString("'second-reader/'yyyy/MM/dd'.json'", CultureInfo.InvariantCulture);
        var taken = false;
        await blobs.UpdateJsonAsync(
            name,
            before =>
            {
                var calls = before?.Calls ?? 0;
                taken = calls < mostCallsADay;
                return taken ? new(calls + 1) : before;
            },
            CallBudgetJson.Default.CallCount,
            cancellation);
        return taken;
    }
}

/// <summary>Calls of a day.</summary>
internal sealed record CallCount(int Calls);

/// <summary>How the count is stored.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CallCount))]
internal sealed partial class CallBudgetJson : JsonSerializerContext;
