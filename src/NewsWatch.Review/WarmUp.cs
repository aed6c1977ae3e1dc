using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsWatch.Storage;

namespace NewsWatch.Review;

/// <summary>Reads what lists are made of while the host starts, so that the first reader need not wait for it.</summary>
internal sealed partial class WarmUp(JournalDigest journal, ILogger<WarmUp> log) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host starts first: what comes before the first pause is waited for.
        await Task.Yield();
        try
        {
            await journal.ReadAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops before it has begun.
        }
        catch (Exception failure) when (failure is StorageUnavailableException or System.Text.Json.JsonException)
        {
            LogCold(failure.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The lists could not be read ahead; the first reader waits for them: {Why}")]
    private partial void LogCold(string why);
}
