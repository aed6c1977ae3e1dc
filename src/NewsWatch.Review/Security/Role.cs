using System.Text.Json.Serialization;

namespace NewsWatch.Review.Security;

/// <summary>What a person may do on the site.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Role>))]
public enum Role
{
    /// <summary>Sees everything, changes nothing.</summary>
    [JsonStringEnumMemberName("reader")] Reader,

    /// <summary>Decides, edits the ledger, keeps views and feeds.</summary>
    [JsonStringEnumMemberName("analyst")] Analyst,
}

/// <summary>Who is at the site.</summary>
/// <param name="Name">As decisions are recorded; null where nobody signs in and reviewers give their own name.</param>
/// <param name="Role">What they may do.</param>
public sealed record Person(string? Name, Role Role)
{
    /// <summary>Whoever sits at the machine itself.</summary>
    public static Person AtTheMachine { get; } = new(null, Role.Analyst);

    /// <summary>True for one who signed in here, and so can sign out.</summary>
    public bool CanLeave { get; init; }

    /// <summary>True for one who may change things.</summary>
    public bool Decides => Role == Role.Analyst;
}
