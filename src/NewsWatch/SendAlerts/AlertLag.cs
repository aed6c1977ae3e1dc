using NewsWatch.Telemetry;
using NewsWatch.TrackAgreement;

namespace NewsWatch.SendAlerts;

/// <summary>Measures how old news is when it is told.</summary>
internal sealed class AlertLag(ArticleStore articles, TimeProvider time)
{
    /// <summary>What the outgoing feeds count as, beside the kinds of channels.</summary>
    public const string Feeds = "feed";

    /// <summary>Measures a development that was just told.</summary>
    /// <param name="development">The development; what was learned late or takes something back has no lag.</param>
    /// <param name="kinds">The kinds of channels that were told of it, each recipient once.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task MeasureAsync(Development development, IReadOnlyCollection<string> kinds, CancellationToken cancellation)
    {
        if (!Instruments.AlertLag.Enabled || kinds.Count == 0 || development.Kind != DevelopmentKind.News
            || await articles.ReadAsync(development.Article, cancellation) is not { } article)
            return;
        var now = time.GetUtcNow();
        var published = article.Content?.Published ?? article.Mentions[0].Published;
        foreach (var kind in kinds)
        {
            var tag = new KeyValuePair<string, object?>(Attributes.ChannelKind, kind);
            // A publisher's date may lie ahead, or be a day without an hour.
            if (published is { } at && at <= now)
                Instruments.AlertLag.Record((now - at).TotalSeconds, tag);
            Instruments.AlertDelay.Record(Math.Max(0, (now - article.FoundAt).TotalSeconds), tag);
        }
    }
}
