namespace NewsWatch.TrackAgreement;

/// <summary>What an entry means to an agreement whose stage is known.</summary>
internal enum StageStep
{
    /// <summary>The agreement has come to another stage, or to the same once more.</summary>
    Move,

    /// <summary>It says the same.</summary>
    Same,

    /// <summary>It tells an earlier part of the agreement's life, or nothing of its stage.</summary>
    Past,

    /// <summary>It says something else of the same time.</summary>
    Contradicts,
}

/// <summary>Which stage may follow which, and on what word. Entries come in the order of their days.</summary>
internal static class StageSuccession
{
    // Retellings of one amendment run on for months; a stated day or half a year makes it another.
    private const int SameAmendmentDays = 60;
    private const int SameAmendmentDaysUndated = 180;

    // The first texts of a signature and of what follows it differ by some weeks.
    private const int NewSignatureDays = 180;

    /// <summary>A stage told for the first time this many days before the day that is given for it later was told too soon, if it was doubted in between.</summary>
    public const int TooSoonDays = 14;

    /// <summary>A passing mention without a day: good for the ledger until news says otherwise.</summary>
    public static bool IsWeak(DossierEntry entry) => entry is { Background: true, IsDated: false };

    /// <summary>What an entry means to the present stage.</summary>
    /// <param name="current">The entry that told the stage first.</param>
    /// <param name="isWeak">True where nothing but weak entries tells it.</param>
    /// <param name="next">The entry that comes next.</param>
    public static StageStep Of(DossierEntry current, bool isWeak, DossierEntry next)
    {
        if (next.Stage == current.Stage)
            return current.Stage == AgreementStage.AmendedOrRenewed && IsAnotherAmendment(current, next) ? StageStep.Move : StageStep.Same;
        if (next.Stage == AgreementStage.Mentioned)
            return StageStep.Past;
        if (current.Stage == AgreementStage.Mentioned)
            return StageStep.Move;
        if (isWeak && !next.Background)
            return StageStep.Move;
        return current.Stage switch
        {
            AgreementStage.Terminated => Revival(current, next),
            AgreementStage.Suspended when next.Stage is AgreementStage.InForce or AgreementStage.AmendedOrRenewed => Revival(current, next),
            AgreementStage.AmendedOrRenewed when next.Stage == AgreementStage.InForce
                => Revival(current, next) == StageStep.Move ? StageStep.Move : StageStep.Past,
            _ when next.Stage > current.Stage => StageStep.Move,
            _ when IsNewSignature(current, next) => StageStep.Move,
            // Talks about what is in force are of its renewal.
            AgreementStage.InForce or AgreementStage.AmendedOrRenewed when next.Stage < AgreementStage.Signed => StageStep.Past,
            _ => next.Background ? StageStep.Past : StageStep.Contradicts,
        };
    }

    /// <summary>What is over or at rest comes back by news or a stated day, after the day it ended; a passing mention does not revive it.</summary>
    private static StageStep Revival(DossierEntry current, DossierEntry next)
        => next.Told.First > current.Date && !IsWeak(next) ? StageStep.Move : StageStep.Contradicts;

    /// <summary>Signed anew: a stated day later than the stage at hand, in a dossier that an analyst made of two instruments.</summary>
    private static bool IsNewSignature(DossierEntry current, DossierEntry next)
        => next is { Stage: AgreementStage.Signed, IsDated: true, Background: false }
            && current.Stage is AgreementStage.InForce or AgreementStage.AmendedOrRenewed
            && next.Told.First > current.Date.AddDays(NewSignatureDays);

    private static bool IsAnotherAmendment(DossierEntry current, DossierEntry next)
        => !next.Background && next.Told.First > current.Date.AddDays(next.IsDated ? SameAmendmentDays : SameAmendmentDaysUndated);
}
