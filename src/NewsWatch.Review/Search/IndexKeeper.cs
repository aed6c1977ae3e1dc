using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace NewsWatch.Review.Search;

/// <summary>Opens the index as the host starts and keeps up with the journals, so that a reader who comes seldom does not wait.</summary>
internal sealed partial class IndexKeeper(ReviewIndex index, TimeProvider time, ILogger<IndexKeeper> logger) : BackgroundService
{
    private static readonly TimeSpan Round = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Round, time);
        do
        {
            try
            {
                await index.FollowAsync(Timeout.InfiniteTimeSpan, stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // Lists tell their readers the same; the pipeline beside it goes on.
                LogFailure(failure);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The review site's index could not follow the journals")]
    private partial void LogFailure(Exception failure);
}
