namespace NewsWatch.DecideArticle;

/// <summary>How a decision ended: exactly one of the nested cases.</summary>
public abstract record DecisionOutcome
{
    private DecisionOutcome() { }

    /// <summary>Kept on the article, in the journal, and on its way to the ledger.</summary>
    public sealed record Kept(Article Article) : DecisionOutcome;

    /// <summary>There is no such article.</summary>
    public sealed record NotFound : DecisionOutcome;

    /// <summary>The decision cannot be taken as given; nothing was changed.</summary>
    /// <param name="Why">One line for the analyst.</param>
    public sealed record Refused(string Why) : DecisionOutcome;
}
