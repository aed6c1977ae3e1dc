using System.Diagnostics;

namespace NewsWatch.Telemetry;

/// <summary>Begins spans; null, and nothing made, where nobody listens.</summary>
internal static class Tracing
{
    private static readonly ActivitySource Source = new(TelemetryName.Source);

    /// <summary>True where somebody listens.</summary>
    public static bool IsHeard => Source.HasListeners();

    /// <summary>Begins a span below the one under way.</summary>
    /// <param name="span">Which.</param>
    /// <param name="of">What its name ends with; null for the name alone.</param>
    public static Activity? Begin(Span span, string? of = null)
        => IsHeard ? Source.StartActivity(of is null ? span.Name : $"{span.Name} {of}", span.Kind) : null;

    /// <summary>Begins a span below one of another process, linked to the one under way here.</summary>
    public static Activity? BeginBelow(ActivityContext parent, Span span, string of)
    {
        if (!IsHeard)
            return null;
        ActivityLink[] links = Activity.Current is { } current && current.Context != parent ? [new(current.Context)] : [];
        return Source.StartActivity($"{span.Name} {of}", span.Kind, parent, links: links);
    }

    /// <summary>Begins a trace of its own, linked to the span under way, which goes on when this one is disposed.</summary>
    public static TraceOfItsOwn BeginTrace(Span span) => new(IsHeard ? Source : null, span);

    /// <summary>Marks a span as failed. The message of an exception may hold an address: only its type is told.</summary>
    public static void Fail(this Activity? activity, Exception failure) => activity.Fail(failure.GetType().FullName!);

    /// <summary>Marks a span as failed.</summary>
    public static void Fail(this Activity? activity, string type) => activity?.SetStatus(ActivityStatusCode.Error).SetTag(Attributes.ErrorType, type);
}

/// <summary>A trace of its own inside another.</summary>
internal readonly struct TraceOfItsOwn : IDisposable
{
    private readonly Activity? before;

    public TraceOfItsOwn(ActivitySource? source, Span span)
    {
        if (source is null)
            return;
        before = Activity.Current;
        Activity.Current = null;
        ActivityLink[] links = before is null ? [] : [new(before.Context)];
        Root = source.StartActivity(span.Name, span.Kind, default(ActivityContext), links: links);
        if (Root is null)
            Activity.Current = before;
    }

    /// <summary>Its first span; null where nobody listens or it is not sampled.</summary>
    public Activity? Root { get; }

    public void Dispose()
    {
        if (Root is null)
            return;
        Root.Dispose();
        Activity.Current = before;
    }
}
