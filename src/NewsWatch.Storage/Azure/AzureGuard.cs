using Azure;
using Azure.Identity;

namespace NewsWatch.Storage.Azure;

/// <summary>What is said where the account cannot be used.</summary>
internal static class AzureGuard
{
    /// <summary>Speaks to the account.</summary>
    /// <exception cref="StorageUnavailableException">It cannot be reached, or it refused.</exception>
    public static async Task<T> GuardAsync<T>(Uri address, Func<Task<T>> action, CancellationToken cancellation)
    {
        try
        {
            return await action();
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested
            && failure is RequestFailedException or AggregateException or OperationCanceledException or AuthenticationFailedException)
        {
            throw new StorageUnavailableException(
                $"The store at {address.GetLeftPart(UriPartial.Path)} cannot be used ({Why(failure)}). "
                + $"See that it runs and that {StorageAccount.Connection} names it.",
                failure);
        }
    }

    // After its retries, the client throws one exception that holds those of the attempts.
    private static string Why(Exception failure) => failure switch
    {
        AggregateException { InnerExceptions: [.., var last] } => Why(last),
        RequestFailedException { ErrorCode: { Length: > 0 } code } refused => $"{refused.Status} {code}",
        OperationCanceledException => "no answer in time",
        _ => failure.Message.Split('\n', '\r')[0],
    };
}
