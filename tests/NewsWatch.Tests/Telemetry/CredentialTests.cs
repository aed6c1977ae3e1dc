using System.Diagnostics;
using NewsWatch.Telemetry;

namespace NewsWatch.Tests.Telemetry;

/// <summary>Addresses of feeds, pages and webhooks may hold credentials; whoever watches the pipeline is not shown any.</summary>
[Collection(nameof(TelemetryCollection))]
public sealed class CredentialTests
{
    [Fact]
    public async Task No_span_and_no_measurement_has_a_credential_in_it()
    {
        using var recorder = new TelemetryRecorder();
        await using var newsroom = await LoopbackNewsroom.StartAsync();
        newsroom.PublishAgreement();
        newsroom.Publish("/nowhere", "Nothing here", "");
        await newsroom.PassAsync();
        recorder.AskGauges();

        Assert.Contains(recorder.Spans, span => span.DisplayName.StartsWith(Spans.Tell.Name, StringComparison.Ordinal));
        Assert.Contains(recorder.Spans, span => span.DisplayName == Spans.Fetch.Name);
        Assert.All(recorder.Spans.SelectMany(Texts).Concat(recorder.Measured.SelectMany(one => one.Tags.Values.Select(value => value?.ToString()))), text =>
        {
            Assert.All(LoopbackNewsroom.Credentials, credential => Assert.DoesNotContain(credential, text ?? "", StringComparison.Ordinal));
            Assert.DoesNotContain("://", text ?? "", StringComparison.Ordinal);
        });
    }

    private static IEnumerable<string?> Texts(Activity span) =>
    [
        span.DisplayName,
        span.StatusDescription,
        .. span.TagObjects.Select(tag => Convert.ToString(tag.Value, System.Globalization.CultureInfo.InvariantCulture)),
        .. span.Baggage.Select(pair => pair.Value),
        .. span.Events.SelectMany(one => one.Tags).Select(tag => Convert.ToString(tag.Value, System.Globalization.CultureInfo.InvariantCulture)),
    ];
}
