namespace NewsWatch.TrackAgreement;

/// <summary>An agreement is new or has moved to a newer stage.</summary>
/// <param name="Id">Derived from agreement and stage, so that the same news twice is one development.</param>
/// <param name="Agreement">Id of the dossier.</param>
/// <param name="Stage">The stage it moved to.</param>
/// <param name="Previous">The stage before; null for an agreement not known before.</param>
/// <param name="Article">Id of the article that reported it first.</param>
/// <param name="At">When it was noticed.</param>
public sealed record Development(
    string Id,
    string Agreement,
    AgreementStage Stage,
    AgreementStage? Previous,
    string Article,
    DateTimeOffset At);
