using System.Text.Json.Serialization;

namespace NewsWatch.Review.Api;

/// <summary>A decision as a program sends it to <c>POST /api/articles/{id}/decisions</c>.</summary>
/// <param name="Verdict">What is decided.</param>
internal sealed record DecisionRequest(DecisionVerb Verdict)
{
    /// <summary>Key of the agreement, as <c>GET /api/articles/{id}/agreements</c> gives it; null for the whole article.</summary>
    public string? Agreement { get; init; }

    /// <summary>Why; needed to dismiss.</summary>
    public string? Reason { get; init; }

    /// <summary>Who, where the site does not know.</summary>
    public string? By { get; init; }

    /// <summary>To correct or add: kind of instrument.</summary>
    public AgreementType? Type { get; init; }

    /// <summary>To correct or add: codes of the parties.</summary>
    public IReadOnlyList<string>? Parties { get; init; }

    /// <summary>To correct or add: how far it has come.</summary>
    public AgreementStage? Stage { get; init; }

    /// <summary>To correct or add: the words that prove it; null where none are shown.</summary>
    public ProofSpan? Proof { get; init; }

    /// <summary>To correct or add: when; null to keep what was found.</summary>
    public DateOnly? Date { get; init; }
}

/// <summary>Words of an article: their whole sentence is the proof.</summary>
/// <param name="Start">Offset of the first UTF-16 code unit in the text, as <c>GET /api/articles/{id}</c> gives it.</param>
/// <param name="End">Offset after the last.</param>
/// <param name="InTitle">True where the offsets are into the title.</param>
internal sealed record ProofSpan(int Start, int End, bool InTitle = false);

/// <summary>What can be decided.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DecisionVerb>))]
internal enum DecisionVerb
{
    /// <summary>It stands as found: one agreement, or all of the article.</summary>
    [JsonStringEnumMemberName("confirm")] Confirm,

    /// <summary>It does not stand: one agreement, or none of the article.</summary>
    [JsonStringEnumMemberName("dismiss")] Dismiss,

    /// <summary>It is another than found.</summary>
    [JsonStringEnumMemberName("correct")] Correct,

    /// <summary>It was missed.</summary>
    [JsonStringEnumMemberName("add")] Add,
}
