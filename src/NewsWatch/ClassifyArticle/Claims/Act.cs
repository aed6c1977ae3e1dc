using System.Text.Json.Serialization;

namespace NewsWatch.ClassifyArticle.Claims;

/// <summary>What is done with an agreement, or what state it is in. The name is the section's in the term files.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Act>))]
internal enum Act
{
    /// <summary>Somebody puts it forward.</summary>
    [JsonStringEnumMemberName("propose")] Propose,

    /// <summary>It is talked about, drafted, worked on.</summary>
    [JsonStringEnumMemberName("negotiate")] Negotiate,

    /// <summary>Its text or substance is agreed: talks concluded, finalised, initialled.</summary>
    [JsonStringEnumMemberName("agree")] Agree,

    /// <summary>A government, cabinet or council clears it.</summary>
    [JsonStringEnumMemberName("clear")] Clear,

    /// <summary>It is signed, concluded, acceded to, exchanged as notes.</summary>
    [JsonStringEnumMemberName("sign")] Sign,

    /// <summary>A parliament approves it, or it is ratified.</summary>
    [JsonStringEnumMemberName("ratify")] Ratify,

    /// <summary>It enters into force.</summary>
    [JsonStringEnumMemberName("force")] Force,

    /// <summary>It stands: is in force, remains, is carried out, something is done under it.</summary>
    [JsonStringEnumMemberName("stand")] Stand,

    /// <summary>It is extended, renewed, prolonged.</summary>
    [JsonStringEnumMemberName("extend")] Extend,

    /// <summary>It is amended, revised, updated.</summary>
    [JsonStringEnumMemberName("amend")] Amend,

    /// <summary>It is suspended or frozen.</summary>
    [JsonStringEnumMemberName("suspend")] Suspend,

    /// <summary>It is ended: denounced, terminated, left, let lapse.</summary>
    [JsonStringEnumMemberName("end")] End,

    /// <summary>It is taken up again, or an ending is taken back.</summary>
    [JsonStringEnumMemberName("revive")] Revive,
}

/// <summary>What the form of a word says by itself of how an act is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ActForm>))]
internal enum ActForm
{
    /// <summary>Nothing: a form that needs its sentence (sign, signs).</summary>
    [JsonStringEnumMemberName("open")] Open,

    /// <summary>Done: a form of the past or of the result (signed, unterzeichneten, 체결했다).</summary>
    [JsonStringEnumMemberName("done")] Done,

    /// <summary>A noun for the act (signing, Unterzeichnung, ratification).</summary>
    [JsonStringEnumMemberName("noun")] Noun,

    /// <summary>Still to come (signera, firmará, 체결할 예정).</summary>
    [JsonStringEnumMemberName("planned")] Planned,

    /// <summary>Hoped or worked for.</summary>
    [JsonStringEnumMemberName("hoped")] Hoped,

    /// <summary>May be (podría firmar, подписали бы).</summary>
    [JsonStringEnumMemberName("possible")] Possible,

    /// <summary>Not done (未签署, неподписанный).</summary>
    [JsonStringEnumMemberName("negated")] Negated,
}
