namespace NewsWatch.TrackAgreement;

/// <summary>A development as its dossier remembers it, so that it is sent, and sent once.</summary>
/// <param name="Development">What is sent.</param>
/// <param name="Since">The day the stage was reached, as known when it was noticed.</param>
/// <param name="FiledBy">Id of the article whose filing brought it to light: its message sends the development, again where need be.</param>
/// <param name="SentAt">When it was handed to <see cref="Pipeline.SendAlerts"/>; null while that is not certain.</param>
public sealed record NoticedDevelopment(Development Development, DateOnly Since, string FiledBy, DateTimeOffset? SentAt)
{
    /// <summary>Key of the entry that told it; of a correction the one taken back.</summary>
    public required string Entry { get; init; }
}
