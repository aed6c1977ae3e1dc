using System.Text.Json.Serialization;

namespace NewsWatch.Agreements;

/// <summary>How far an agreement has come. Declared in the order of an agreement's life, <see cref="Mentioned"/> apart.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AgreementStage>))]
public enum AgreementStage
{
    /// <summary>Named without word of how far it has come.</summary>
    [JsonStringEnumMemberName("mentioned")] Mentioned,

    /// <summary>One side has put it forward.</summary>
    [JsonStringEnumMemberName("proposed")] Proposed,

    /// <summary>Talks are agreed, under way or stalled.</summary>
    [JsonStringEnumMemberName("negotiating")] Negotiating,

    /// <summary>Talks concluded, initialled, cleared by cabinet, or a day for signing is set.</summary>
    [JsonStringEnumMemberName("agreed-in-principle")] AgreedInPrinciple,

    /// <summary>Signed.</summary>
    [JsonStringEnumMemberName("signed")] Signed,

    /// <summary>Approved by at least one parliament.</summary>
    [JsonStringEnumMemberName("ratified")] Ratified,

    /// <summary>In force.</summary>
    [JsonStringEnumMemberName("in-force")] InForce,

    /// <summary>Revised, extended or renewed, even if by a signature.</summary>
    [JsonStringEnumMemberName("amended/renewed")] AmendedOrRenewed,

    /// <summary>Suspended.</summary>
    [JsonStringEnumMemberName("suspended")] Suspended,

    /// <summary>Ended, or its denunciation announced.</summary>
    [JsonStringEnumMemberName("terminated")] Terminated,
}
