using System.Text.Json.Serialization;

namespace NewsWatch.ClassifyArticle.Claims;

/// <summary>How an act is said to be.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Manner>))]
internal enum Manner
{
    /// <summary>By a form that leaves it open, without a mark beside it: signs, unterzeichnen.</summary>
    [JsonStringEnumMemberName("stated")] Stated,

    /// <summary>Done.</summary>
    [JsonStringEnumMemberName("done")] Done,

    /// <summary>Only named: the signing, the ratification.</summary>
    [JsonStringEnumMemberName("named")] Named,

    /// <summary>To come.</summary>
    [JsonStringEnumMemberName("planned")] Planned,

    /// <summary>Hoped or worked for.</summary>
    [JsonStringEnumMemberName("hoped")] Hoped,

    /// <summary>Possible, or hanging on something else.</summary>
    [JsonStringEnumMemberName("possible")] Possible,

    /// <summary>Asked for.</summary>
    [JsonStringEnumMemberName("demanded")] Demanded,

    /// <summary>Said not to be so, against somebody's word that it is.</summary>
    [JsonStringEnumMemberName("denied")] Denied,

    /// <summary>Not done.</summary>
    [JsonStringEnumMemberName("negated")] Negated,
}
