using System.Text.Json;
using NewsWatch.Poison;
using NewsWatch.PollFeeds;
using NewsWatch.PollFeeds.States;
using NewsWatch.Storage;

namespace NewsWatch.Review.Health;

/// <summary>Gathers how the pipeline is doing.</summary>
internal sealed class HealthDesk(EntryCounts entries, IQueues queues, PoisonDesk poison, ArticleStore articles, FeedStates feeds)
{
    private const int MostShown = 20;

    public async Task<PipelineHealth> ReadAsync(CancellationToken cancellation)
    {
        var (counts, isComplete) = await entries.ReadAsync(cancellation);
        var found = new List<QueueHealth>();
        var messages = new List<(PoisonMessage, Article?)>();
        foreach (var (queue, givenUp) in await poison.CountAsync(cancellation))
        {
            var waiting = await queues.CountAsync(queue, cancellation);
            found.Add(new(queue, waiting, givenUp));
            if (givenUp > 0)
                foreach (var message in await poison.ListAsync(queue, MostShown, cancellation))
                    messages.Add((message, await ArticleOfAsync(message, cancellation)));
        }
        var (listed, troubled, polled) = (0, 0, (DateTimeOffset?)null);
        await foreach (var (feed, state) in feeds.ListAsync(cancellation))
        {
            listed++;
            troubled += feed.Enabled && FeedHealthChanged.IsTrouble(state.Health) ? 1 : 0;
            polled = polled is null || state.CheckedAt > polled ? state.CheckedAt ?? polled : polled;
        }
        return new(counts, found, messages, listed, troubled, polled) { IsComplete = isComplete };
    }

    /// <summary>The article that a message names; null where it names none that is stored.</summary>
    private async Task<Article?> ArticleOfAsync(PoisonMessage message, CancellationToken cancellation)
    {
        try
        {
            using var body = JsonDocument.Parse(message.Body);
            return body.RootElement.ValueKind == JsonValueKind.Object
                && body.RootElement.TryGetProperty("article", out var id) && id.ValueKind == JsonValueKind.String && BlobId.IsValid(id.GetString()!)
                ? await articles.ReadAsync(id.GetString()!, cancellation)
                : null;
        }
        catch (JsonException)
        {
            // A message that is no JSON is given up for just that; its text is shown.
            return null;
        }
    }
}
