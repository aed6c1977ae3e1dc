using NewsWatch.SendAlerts;
using NewsWatch.Telemetry;

namespace NewsWatch.Tests.Telemetry;

[Collection(nameof(TelemetryCollection))]
public sealed class MetricsTests
{
    [Fact]
    public async Task A_pass_is_counted_and_timed_at_every_hop()
    {
        using var recorder = new TelemetryRecorder();
        await using var newsroom = await LoopbackNewsroom.StartAsync();
        newsroom.PublishAgreement();
        newsroom.Publish("/harbour", "Harbour festival", "There was music in the harbour, and nobody signed anything.");
        await newsroom.PassAsync();
        await newsroom.Get<NoticeRound>().GoAsync(passIsDone: true, watchesPolls: false, default);
        recorder.AskGauges();

        Assert.Equal(2, recorder.Sum(Metrics.EntriesRead, Attributes.EntryKind, "new"));
        Assert.Equal(1, recorder.Sum(Metrics.EntriesEnded, Attributes.EntryState, "flagged"));
        Assert.Equal(1, recorder.Sum(Metrics.EntriesEnded, Attributes.EntryState, "not-flagged"));
        Assert.Equal(1, recorder.Sum(Metrics.Polls, Attributes.PollResult, "read"));
        Assert.Equal(1, recorder.Sum(Metrics.Developments, Attributes.AgreementStage, "signed"));
        Assert.Equal(1, recorder.Sum(Metrics.Notices, Attributes.NoticeOutcome, "sent"));
        Assert.Equal(2, recorder.Sum(Metrics.MessagesSent, Attributes.Queue, Pipeline.ExtractArticle));
        Assert.Equal(2, recorder.Of(Metrics.StageDuration).Count(one => Equals(one.Tags[Attributes.Queue], Pipeline.ClassifyArticle)));
        Assert.Equal(1, recorder.Sum(Metrics.Feeds, Attributes.FeedHealth, "ok"));
        Assert.Equal(0, recorder.Sum(Metrics.QueueMessages, Attributes.Queue, Pipeline.ExtractArticle));
        Assert.Equal(10, recorder.Of(Metrics.QueueMessages).Count);
        // The feeds have it at once, the webhook when the first look is over; the article is of yesterday.
        Assert.Equal(["feed", "webhook"], recorder.Of(Metrics.AlertLag).Select(one => one.Tags[Attributes.ChannelKind]));
        Assert.All(recorder.Of(Metrics.AlertLag), one => Assert.InRange(one.Value, 86_000, 87_000));
        Assert.All(recorder.Of(Metrics.AlertDelay), one => Assert.InRange(one.Value, 0, 60));
        Assert.All(recorder.Of(Metrics.MessageAge), one => Assert.InRange(one.Value, 0, 60));
    }

    [Fact]
    public async Task Every_measurement_is_of_a_metric_with_a_unit_and_attributes_that_are_listed()
    {
        using var recorder = new TelemetryRecorder();
        await using var newsroom = await LoopbackNewsroom.StartAsync();
        newsroom.PublishAgreement();
        await newsroom.PassAsync();
        await newsroom.Get<NoticeRound>().GoAsync(passIsDone: true, watchesPolls: false, default);
        recorder.AskGauges();

        Assert.All(recorder.Measured, one =>
        {
            var metric = Assert.Single(Metrics.All, metric => metric.Name == one.Name);
            Assert.Equal(metric.Unit, one.Unit);
            Assert.Empty(one.Tags.Keys.Except(metric.Attributes));
        });
        // The desk's index tells of entries; it is not here.
        Assert.Equal(
            Metrics.All.Select(metric => metric.Name).Except([Metrics.Entries.Name]).Order(StringComparer.Ordinal),
            recorder.Measured.Select(one => one.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Assert.All(recorder.Spans, one =>
        {
            var span = Assert.Single(Spans.All, span => one.DisplayName == span.Name || one.DisplayName.StartsWith(span.Name + ' ', StringComparison.Ordinal));
            Assert.Equal(span.Kind, one.Kind);
            Assert.Empty(one.TagObjects.Select(tag => tag.Key).Except(span.Attributes));
        });
    }

    [Fact]
    public void Every_metric_and_span_has_a_name_of_its_own_and_says_what_it_means()
    {
        Assert.Equal(Metrics.All.Count, Metrics.All.Select(metric => metric.Name).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(Spans.All.Count, Spans.All.Select(span => span.Name).Distinct(StringComparer.Ordinal).Count());
        Assert.All(Metrics.All, metric =>
        {
            Assert.Matches(@"^(newswatch|messaging)(\.[a-z_]+)+$", metric.Name);
            Assert.NotEmpty(metric.Meaning);
            Assert.Equal(metric.Kind == MetricKind.Histogram, metric.Buckets is not null);
            Assert.Equal(metric.Buckets?.Order(), metric.Buckets);
        });
    }

    [Fact]
    public void What_was_not_looked_at_for_long_is_told_no_more()
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        using var gauges = new PipelineGauges(clock);
        gauges.Take([NewsWatch.PollFeeds.FeedHealth.Ok, NewsWatch.PollFeeds.FeedHealth.Ok, NewsWatch.PollFeeds.FeedHealth.Failing]);
        Assert.Equal((2, 1), (Told("ok"), Told("failing")));
        clock.Advance(TimeSpan.FromHours(23));
        Assert.Equal(2, Told("ok"));
        clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(0, Told("ok"));

        static double Told(string health)
        {
            using var recorder = new TelemetryRecorder();
            recorder.AskGauges();
            return recorder.Sum(Metrics.Feeds, Attributes.FeedHealth, health);
        }
    }
}
