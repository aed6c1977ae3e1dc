using System.Text.Json.Serialization;
using NewsWatch.TrackAgreement;

namespace NewsWatch.SendAlerts;

/// <summary>What waits for a channel, and what it was told of late. Stored as <c>outgoing/outbox/{channel}.json</c>.</summary>
/// <param name="Held">Developments that wait, the oldest first.</param>
/// <param name="Told">Developments told one by one within the last hour.</param>
/// <param name="Sending">The digest under way; null for none.</param>
internal sealed record Outbox(IReadOnlyList<HeldAlert> Held, IReadOnlyList<ToldAlert> Told, PendingDigest? Sending)
{
    public static Outbox Empty { get; } = new([], [], null);

    /// <summary>True where the development waits here or is in the digest under way.</summary>
    public bool Has(string development)
        => Held.Any(held => held.Development.Id == development) || IsSending(development);

    /// <summary>True where the development is in the digest under way.</summary>
    public bool IsSending(string development) => Sending?.Developments.Any(one => one.Id == development) == true;

    /// <summary>The box without these developments.</summary>
    public Outbox Without(IReadOnlySet<string> developments)
        => this with { Held = [.. Held.Where(held => !developments.Contains(held.Development.Id))] };
}

/// <summary>A development that waits.</summary>
/// <param name="Development">The message.</param>
/// <param name="Reason">Why.</param>
/// <param name="Since">Since when.</param>
/// <param name="Due">Until when; for <see cref="HoldReason.Evidence"/> when to look again.</param>
internal sealed record HeldAlert(Development Development, HoldReason Reason, DateTimeOffset Since, DateTimeOffset Due)
{
    /// <summary>The trace it goes on with (W3C <c>traceparent</c>); null where nobody listened.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Trace { get; init; }
}

/// <summary>A development told at once.</summary>
/// <param name="Development">Its id.</param>
/// <param name="At">When.</param>
internal sealed record ToldAlert(string Development, DateTimeOffset At);

/// <summary>A digest that is being sent: kept until every recipient is done with.</summary>
/// <param name="Id">Its id.</param>
/// <param name="At">When it was put together.</param>
/// <param name="Developments">What it tells.</param>
internal sealed record PendingDigest(string Id, DateTimeOffset At, IReadOnlyList<Development> Developments)
{
    /// <summary>The traces of those that have one.</summary>
    public IReadOnlyList<string> Traces { get; init; } = [];
}

/// <summary>Why a development waits.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<HoldReason>))]
internal enum HoldReason
{
    /// <summary>The channel is told in digests.</summary>
    [JsonStringEnumMemberName("digest")] Digest,

    /// <summary>It was learned late, or its report is old: gathered, not told as news.</summary>
    [JsonStringEnumMemberName("late")] Late,

    /// <summary>The first look at the feeds is under way: what it finds is told together.</summary>
    [JsonStringEnumMemberName("first-pass")] FirstPass,

    /// <summary>The channel was told much within the hour.</summary>
    [JsonStringEnumMemberName("burst")] Burst,

    /// <summary>Quiet hours.</summary>
    [JsonStringEnumMemberName("quiet")] Quiet,

    /// <summary>Too few independent origins, too weak a source or too low a score as yet.</summary>
    [JsonStringEnumMemberName("evidence")] Evidence,
}
