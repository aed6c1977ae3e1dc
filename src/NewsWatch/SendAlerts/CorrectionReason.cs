using NewsWatch.TrackAgreement;

namespace NewsWatch.SendAlerts;

/// <summary>Why something is taken back, for those who were told.</summary>
internal static class CorrectionReason
{
    /// <summary>A sentence.</summary>
    /// <param name="correction">The development that takes it back.</param>
    /// <param name="own">What its article says or said of the agreement; empty where nothing is filed of it.</param>
    public static string Of(Development correction, IReadOnlyList<DossierEntry> own)
    {
        if (own.FirstOrDefault(entry => entry.Standing is EntryStanding.Dismissed or EntryStanding.Corrected) is { } decided)
            return Decided(decided);
        if (own.Any(entry => entry.Stands && entry.Stage != correction.Previous))
            return "A later report says otherwise.";
        return own.Any(entry => entry.Standing == EntryStanding.Withdrawn)
            ? "The article was edited, or read again, and no longer says so."
            : "No report bears it out any more.";
    }

    private static string Decided(DossierEntry entry)
    {
        var what = entry.Standing == EntryStanding.Dismissed ? "dismissed the article" : "corrected what was read in the article";
        var reason = entry.Decision?.Reason is { Length: > 0 } why ? $": {why.TrimEnd('.')}" : "";
        return $"{entry.Decision?.By ?? "An analyst"} {what}{reason}.";
    }
}
