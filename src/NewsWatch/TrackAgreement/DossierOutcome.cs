namespace NewsWatch.TrackAgreement;

/// <summary>How a change to a dossier ended: exactly one of the nested cases.</summary>
public abstract record DossierOutcome
{
    private DossierOutcome() { }

    /// <summary>Done; the dossier as it stands.</summary>
    public sealed record Changed(Dossier Dossier) : DossierOutcome;

    /// <summary>There is no such dossier.</summary>
    /// <param name="Id">The id that leads nowhere.</param>
    public sealed record NotFound(string Id) : DossierOutcome;

    /// <summary>The two dossiers have different parties: nothing was changed, and it is to be asked whether they are to be merged all the same.</summary>
    /// <param name="From">Parties of the one that would go into the other.</param>
    /// <param name="Into">Parties of the one that would stay.</param>
    public sealed record OfOtherParties(IReadOnlyList<string> From, IReadOnlyList<string> Into) : DossierOutcome;

    /// <summary>It cannot be done as asked; nothing was changed.</summary>
    /// <param name="Why">One line for the analyst.</param>
    public sealed record Refused(string Why) : DossierOutcome;
}
