namespace NewsWatch.ClassifyArticle.Rereading;

/// <summary>What analysts' decisions say of one rule of the classifier.</summary>
/// <param name="Rule">Its name, as evidence gives it.</param>
/// <param name="Confirmed">Articles confirmed as read, with this rule in the newsworthy agreement's evidence.</param>
/// <param name="Corrected">Articles confirmed with a correction.</param>
/// <param name="Dismissed">Articles dismissed: false alarms.</param>
public sealed record RuleCost(string Rule, int Confirmed, int Corrected, int Dismissed)
{
    /// <summary>Articles decided on.</summary>
    public int Decided => Confirmed + Corrected + Dismissed;

    /// <summary>Share of false alarms, 0 to 1.</summary>
    public double FalseAlarms => (double)Dismissed / Decided;

    /// <summary>The reasons given for dismissals, most frequent first, each as given.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];
}
