using System.Text.Json.Serialization;

namespace NewsWatch.TrackAgreement;

/// <summary>One agreement as one article tells it, filed.</summary>
public sealed record DossierEntry
{
    /// <summary>Id of the article.</summary>
    public required string Article { get; init; }

    /// <summary>The article's title.</summary>
    public required string Title { get; init; }

    /// <summary>The article's canonical address.</summary>
    public required Uri Address { get; init; }

    /// <summary>What the outlet calls itself, else the feed that brought the article; null for one filed before this was kept.</summary>
    public string? Outlet { get; init; }

    /// <summary>Day of the article in UTC: its publication, else when it was found.</summary>
    public required DateOnly ReportedOn { get; init; }

    /// <summary>Kind of instrument, as the article tells it: after a merger it may not be the dossier's.</summary>
    public required AgreementType Type { get; init; }

    /// <summary>Its name in the article.</summary>
    public required string Name { get; init; }

    /// <summary>Parties, sorted.</summary>
    public required IReadOnlyList<string> Parties { get; init; }

    /// <summary>How far the article says it has come.</summary>
    public required AgreementStage Stage { get; init; }

    /// <summary>The sentences that prove it.</summary>
    public required IReadOnlyList<Quote> Quotes { get; init; }

    /// <summary>When it was filed.</summary>
    public required DateTimeOffset FiledAt { get; init; }

    /// <summary>The day the text itself gives for the stage, past or to come; null where it gives none.</summary>
    public DateOnly? StatedDate { get; init; }

    /// <summary>How exactly it gives that; nothing where it gives none.</summary>
    public DateGrain StatedGrain { get; init; }

    /// <summary>True where the article tells it as background to its own news.</summary>
    public bool Background { get; init; }

    /// <summary>True where the article denies or takes back that this stage was reached.</summary>
    public bool Denies { get; init; }

    /// <summary>Id of the story the article shares with near-identical ones; null where it stood alone when filed.</summary>
    public string? Story { get; init; }

    /// <summary>News agency whose copy the article is, or that published it; null for neither.</summary>
    public string? Agency { get; init; }

    /// <summary>BCP 47 primary language of the article; null where unknown.</summary>
    public string? Language { get; init; }

    /// <summary>Score of the verdict, 0 to 1; null for an analyst's own entry.</summary>
    public double? Score { get; init; }

    /// <summary>Whether it counts, and on whose word.</summary>
    public EntryStanding Standing { get; init; }

    /// <summary>The decision behind <see cref="Standing"/>; null where it is the machine's.</summary>
    public EntryDecision? Decision { get; init; }

    /// <summary>True where it counts.</summary>
    [JsonIgnore]
    public bool Stands => Standing is EntryStanding.Found or EntryStanding.Confirmed;

    /// <summary>True where the stated date, or the first day of the stated month or year, is one the stage can have been reached on when the article was written; a day is left for time zones.</summary>
    [JsonIgnore]
    public bool IsDated => StatedDate <= ReportedOn.AddDays(1);

    /// <summary>When its stage was reached as far as it tells: as stated, else the article's day.</summary>
    [JsonIgnore]
    public ToldDay Told => IsDated ? new(StatedDate!.Value, StatedGrain) : new(ReportedOn, DateGrain.Day);

    /// <summary>
    /// The day by which its stage was reached, for the order of stages: of a month or year the last day that the article can mean. What
    /// else is known of that time then comes before it.
    /// </summary>
    [JsonIgnore]
    public DateOnly Date => Told is { Grain: not DateGrain.Day } told && told.Last > ReportedOn
        ? (ReportedOn > told.First ? ReportedOn : told.First)
        : Told.Last;

    /// <summary>What tells it from the other entries of its article; the same after the article was read again to the same effect.</summary>
    [JsonIgnore]
    public string Key => string.Join('/', Article, WireName.Of(Type), string.Join('-', Parties), WireName.Of(Stage), Background ? "background" : "news", Denies ? "denied" : "told");

    /// <summary>True where both tell the same of the same agreement, whatever article they are from.</summary>
    internal bool Tells(DossierEntry other)
        => Type == other.Type && Stage == other.Stage && Background == other.Background && Denies == other.Denies && Parties.SequenceEqual(other.Parties, StringComparer.Ordinal);
}

/// <summary>Who decided on an entry, when and why.</summary>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why; may be empty.</param>
public sealed record EntryDecision(string By, DateTimeOffset At, string Reason);

/// <summary>Whether an entry counts.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EntryStanding>))]
public enum EntryStanding
{
    /// <summary>Counts: found by the classifier.</summary>
    [JsonStringEnumMemberName("found")] Found,

    /// <summary>Counts: an analyst confirmed or entered it.</summary>
    [JsonStringEnumMemberName("confirmed")] Confirmed,

    /// <summary>Does not count: an analyst dismissed the article.</summary>
    [JsonStringEnumMemberName("dismissed")] Dismissed,

    /// <summary>Does not count: an analyst put another reading in its place.</summary>
    [JsonStringEnumMemberName("corrected")] Corrected,

    /// <summary>Does not count: the article was edited or read again and no longer tells it.</summary>
    [JsonStringEnumMemberName("withdrawn")] Withdrawn,
}
