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

    /// <summary>Where the span under way is in its trace, as W3C Trace Context writes it; null for nowhere.</summary>
    public static string? Here => IsHeard && Activity.Current is { IdFormat: ActivityIdFormat.W3C } current ? current.Id : null;

    /// <summary>Begins a span below one of another process or another time, linked to the one under way here.</summary>
    /// <param name="parent">The other one; the default for none, and then it is below the one under way.</param>
    /// <param name="span">Which.</param>
    /// <param name="of">What its name ends with; null for the name alone.</param>
    public static Activity? BeginBelow(ActivityContext parent, Span span, string? of = null)
    {
        if (!IsHeard)
            return null;
        ActivityLink[] links = Activity.Current is { } current && parent != default ? [new(current.Context)] : [];
        return Source.StartActivity(of is null ? span.Name : $"{span.Name} {of}", span.Kind, parent, links: links);
    }

    /// <summary>Begins a span below one that <see cref="Here"/> told of.</summary>
    public static Activity? BeginBelow(string? parent, Span span) => BeginBelow(Parse(parent), span);

    /// <summary>Begins a trace of its own, linked to the span under way, which goes on when this one is disposed, and to others.</summary>
    public static TraceOfItsOwn BeginTrace(Span span, IReadOnlyList<string>? others = null)
        => new(IsHeard ? Source : null, span, [.. (others ?? []).Select(Parse).Where(other => other != default)]);

    /// <summary>Marks a span as failed. The message of an exception may hold an address: only its type is told.</summary>
    public static void Fail(this Activity? activity, Exception failure) => activity.Fail(failure.GetType().FullName!);

    /// <summary>Marks a span as failed.</summary>
    public static void Fail(this Activity? activity, string type) => activity?.SetStatus(ActivityStatusCode.Error).SetTag(Attributes.ErrorType, type);

    private static ActivityContext Parse(string? parent)
        => ActivityContext.TryParse(parent, null, isRemote: true, out var context) ? context : default;
}

/// <summary>A trace of its own inside another.</summary>
internal readonly struct TraceOfItsOwn : IDisposable
{
    private readonly Activity? before;

    public TraceOfItsOwn(ActivitySource? source, Span span, IReadOnlyList<ActivityContext> others)
    {
        if (source is null)
            return;
        before = Activity.Current;
        Activity.Current = null;
        ActivityLink[] links = [.. others.Select(other => new ActivityLink(other))];
        if (before is not null)
            links = [new(before.Context), .. links];
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
