using System.Diagnostics;

namespace NewsWatch.Telemetry;

/// <summary>Span and measures of one delivery of a message to its stage, where the message's sender left off.</summary>
internal readonly struct DeliverySpan : IDisposable
{
    /// <summary>The stage has done with the message.</summary>
    public const string Done = "done";

    /// <summary>It failed, and the message comes again.</summary>
    public const string Failed = "failed";

    /// <summary>It failed, and the message comes no more.</summary>
    public const string GivenUp = "given-up";

    /// <summary>The host stops, and the message comes again.</summary>
    public const string HandedBack = "handed-back";

    private readonly string queue;
    private readonly Activity? span;
    private readonly long began;

    private DeliverySpan(string queue, Activity? span) => (this.queue, this.span, began) = (queue, span, TimeProvider.System.GetTimestamp());

    /// <summary>Begins it.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="body">The message as it came; one that cannot be read is of no trace.</param>
    /// <param name="delivery">This delivery's number, from 1.</param>
    public static DeliverySpan Begin(string queue, string body, int delivery)
    {
        var trace = MessageTrace.Of(body);
        var span = Tracing.BeginBelow(trace.Context, Spans.Process, queue);
        MessageTags.Describe(span, MessageTags.Process, queue);
        span?.SetTag(Attributes.Delivery, delivery);
        if (trace.Age is { } age)
        {
            span?.SetTag(Attributes.Age, age.TotalSeconds);
            Instruments.MessageAge.Record(age.TotalSeconds, new KeyValuePair<string, object?>(Attributes.Queue, queue));
        }
        return new(queue, span);
    }

    /// <summary>What the message is about, once it is read.</summary>
    public void About(object message) => MessageTags.About(span, message);

    /// <summary>Ends it.</summary>
    /// <param name="outcome">One of the constants here.</param>
    /// <param name="failure">What failed; null for nothing.</param>
    public void End(string outcome, Exception? failure = null)
    {
        span?.SetTag(Attributes.Outcome, outcome);
        if (failure is not null)
            span.Fail(failure);
        if (!Instruments.StageDuration.Enabled)
            return;
        var tags = MessageTags.Of(MessageTags.Process, queue);
        tags.Add(Attributes.Outcome, outcome);
        if (failure is not null)
            tags.Add(Attributes.ErrorType, failure.GetType().FullName);
        Instruments.StageDuration.Record(TimeProvider.System.GetElapsedTime(began).TotalSeconds, tags);
    }

    /// <inheritdoc/>
    public void Dispose() => span?.Dispose();
}
