using System.Diagnostics;
using NewsWatch.Fetching.Hops;
using NewsWatch.Telemetry;

namespace NewsWatch.Fetching;

/// <summary>Span and measure of one request. Of its address only host and port are told: path and query may hold credentials.</summary>
internal readonly struct FetchSpan : IDisposable
{
    private readonly Activity? span;
    private readonly long began;

    private FetchSpan(Activity? span, long began) => (this.span, this.began) = (span, began);

    public static FetchSpan Begin(Uri address)
    {
        var span = Tracing.Begin(Spans.Fetch);
        if (span is { IsAllDataRequested: true })
            span.SetTag(Attributes.Method, "GET").SetTag(Attributes.Host, HostName.Of(address)).SetTag(Attributes.Port, address.Port);
        return new(span, TimeProvider.System.GetTimestamp());
    }

    public void End(ExchangeOutcome outcome)
    {
        if (span is null && !Instruments.FetchDuration.Enabled)
            return;
        var (word, status) = outcome.Result switch
        {
            FetchResult.Fetched fetched => ("fetched", (int?)fetched.Status),
            FetchResult.NotModified => ("not-modified", 304),
            FetchResult.Refused => ("refused", null),
            FetchResult.Failed failed => ("failed", failed.Status),
            _ => ("redirected", null),
        };
        var tags = new TagList { { Attributes.FetchOutcome, word } };
        if (status is { } code)
            tags.Add(Attributes.Status, code);
        Instruments.FetchDuration.Record(TimeProvider.System.GetElapsedTime(began).TotalSeconds, tags);
        foreach (var (name, value) in tags)
            span?.SetTag(name, value);
        if (word is "failed" or "refused")
            span.Fail(status?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? word);
    }

    public void Dispose() => span?.Dispose();
}
