namespace NewsWatch.Review.Articles;

/// <summary>An agreement of an article as its page shows it.</summary>
/// <param name="Number">What the marks in the text call it, from 1.</param>
/// <param name="Decided">The agreement and what was decided on it.</param>
/// <param name="Proof">The sentence that proves it; null where the text has none.</param>
public sealed record ReadAgreement(int Number, DecidedAgreement Decided, Mark? Proof)
{
    /// <summary>The agreement as it stands: as found, or as an analyst put it right.</summary>
    public FoundAgreement Standing => Decided.Corrected ?? Decided.Found;

    /// <summary>The sentence it says: <c>An ACSA between Italy and Japan was signed.</c></summary>
    public string Sentence => AgreementWording.Sentence(Standing.Type, Standing.Parties, Standing.Stage);
}
