using System.Text.Json.Serialization;

namespace NewsWatch.TrackAgreement.Sources;

/// <summary>How much a source's word weighs, the best first.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SourceRank>))]
public enum SourceRank
{
    /// <summary>A defence or foreign ministry, or armed forces, of a party: who signs, or writes the text.</summary>
    [JsonStringEnumMemberName("ministry")] Ministry,

    /// <summary>Another office of a party's government, its parliament or gazette, or an organisation that is a party.</summary>
    [JsonStringEnumMemberName("government")] Government,

    /// <summary>Defence and foreign-policy trade press.</summary>
    [JsonStringEnumMemberName("trade-press")] TradePress,

    /// <summary>Any other outlet that reports of its own, a government that is no party among them.</summary>
    [JsonStringEnumMemberName("press")] Press,

    /// <summary>A reprint: agency copy elsewhere than at the agency, a text that appeared before in another place, an aggregator.</summary>
    [JsonStringEnumMemberName("reprint")] Reprint,
}
