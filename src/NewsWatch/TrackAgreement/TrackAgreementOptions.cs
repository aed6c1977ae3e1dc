using System.ComponentModel.DataAnnotations;

namespace NewsWatch.TrackAgreement;

/// <summary>Section <c>NewsWatch:TrackAgreement</c>.</summary>
public sealed class TrackAgreementOptions
{
    /// <summary>Configuration section.</summary>
    public const string Section = "NewsWatch:TrackAgreement";

    /// <summary>A stage reached more days than this before it is first read is learned late: filed and listed, not sent as news. 1 to 36500.</summary>
    [Range(1, 36500, ErrorMessage = Section + ":" + nameof(LateAfterDays) + " must be from 1 to 36500.")]
    public int LateAfterDays { get; set; } = 30;
}
