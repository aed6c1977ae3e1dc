namespace NewsWatch.Review.Articles;

/// <summary>Decisions in words, to follow the name of who took them.</summary>
internal static class DecisionWords
{
    /// <summary>What was decided: <c>confirmed “France–Japan ACSA, signed”</c>.</summary>
    public static string Of(Decision decision)
        => decision.TakenBack is { } back ? $"{Taken(decision)}, taken back by {back.By}" : Taken(decision);

    private static string Taken(Decision decision) => decision switch
    {
        { Adds: { } added } => $"added “{Pact(added)}”",
        { Corrected: { } corrected, Found: { } found } => $"corrected “{Pact(found)}” to “{Pact(corrected)}”",
        { Corrected: { } corrected } => $"corrected it to “{Pact(corrected)}”",
        { Agreement: not null, Found: { } found } => $"{Wording.Of(decision.Verdict)} “{Pact(found)}”",
        { Verdict: Verdict.Dismissed } => "dismissed all of it",
        _ => "confirmed the news here",
    };

    private static string Pact(FoundAgreement agreement)
        => $"{AgreementWording.Pact(agreement.Type, agreement.Parties)}, {Wording.Of(agreement.Stage)}";
}
