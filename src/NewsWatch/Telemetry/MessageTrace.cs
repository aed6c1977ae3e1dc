using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NewsWatch.Telemetry;

/// <summary>
/// What a message carries beside its own members: the sender's place in its trace (W3C Trace Context, <c>traceparent</c> and
/// <c>tracestate</c>) and, in <c>dueAt</c>, when it is due first. Nothing is carried where nobody listens.
/// </summary>
/// <param name="Parent">The sender's <c>traceparent</c>; null for none.</param>
/// <param name="State">Its <c>tracestate</c>; null for none.</param>
/// <param name="DueAt">When the message is to be had first; null where that is not known.</param>
internal sealed record MessageTrace(string? Parent, string? State, DateTimeOffset? DueAt)
{
    private const string ParentName = "traceparent";
    private const string StateName = "tracestate";
    private const string DueName = "dueAt";

    private static readonly string[] Names = [ParentName, StateName, DueName];

    // Further vendors' entries in a tracestate are dropped first (W3C Trace Context, 3.3.1.5 lets go of more than 512 characters).
    private const int MostState = 512;

    private static readonly MessageTrace Empty = new(null, null, null);

    /// <summary>True where there is nothing to carry.</summary>
    public bool IsEmpty => Parent is null && DueAt is null;

    /// <summary>The trace that a message joins; the default, which is none, where it carries none that can be read.</summary>
    public ActivityContext Context => ActivityContext.TryParse(Parent, State, isRemote: true, out var context) ? context : default;

    /// <summary>What a message sent here and now carries.</summary>
    public static MessageTrace OfSender(TimeSpan delay)
    {
        var parent = Tracing.Here;
        // Whoever measures the age compares two machines' clocks: not the injected one, which a test may have stopped.
        DateTimeOffset? due = Instruments.MessageAge.Enabled ? TimeProvider.System.GetUtcNow() + delay : null;
        if (parent is null && due is null)
            return Empty;
        return new(parent, parent is not null && Activity.Current?.TraceStateString is { Length: <= MostState } state ? state : null, due);
    }

    /// <summary>What a message carries. Whatever cannot be read is as if it were not there: a trace is no reason to lose a message.</summary>
    public static MessageTrace Of(string body)
    {
        if (!Tracing.IsHeard && !Instruments.MessageAge.Enabled)
            return Empty;
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind != JsonValueKind.Object ? Empty : new(
                Text(json.RootElement, ParentName),
                Text(json.RootElement, StateName),
                DateTimeOffset.TryParse(
                    Text(json.RootElement, DueName), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var due) ? due : null);
        }
        catch (JsonException)
        {
            return Empty;
        }
    }

    /// <summary>Adds it to a message.</summary>
    public void AddTo(JsonObject message)
    {
        if (Parent is not null)
            message[ParentName] = Parent;
        if (State is not null)
            message[StateName] = State;
        if (DueAt is { } due)
            message[DueName] = due.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
    }

    /// <summary>A message without it: the same whenever the same is sent.</summary>
    public static string Without(string body)
    {
        try
        {
            if (JsonNode.Parse(body) is not JsonObject message)
                return body;
            string[] carried = [.. Names.Where(message.Remove)];
            return carried.Length == 0 ? body : message.ToJsonString();
        }
        catch (JsonException)
        {
            return body;
        }
    }

    /// <summary>How long the message has been due; null where that is not known. Clocks of two machines differ: never below zero.</summary>
    public TimeSpan? Age => DueAt is not { } due ? null
        : TimeProvider.System.GetUtcNow() - due is var age && age > TimeSpan.Zero ? age : TimeSpan.Zero;

    private static string? Text(JsonElement message, string name)
        => message.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
