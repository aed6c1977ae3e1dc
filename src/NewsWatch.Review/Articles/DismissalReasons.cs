namespace NewsWatch.Review.Articles;

/// <summary>
/// Reasons to dismiss that a form proposes: what is no agreement between states by the conventions the classifier was labelled with, and how
/// readings go wrong. An analyst may write any other.
/// </summary>
internal static class DismissalReasons
{
    public static IReadOnlyList<string> Proposed { get; } =
    [
        "Company contract or arms purchase, no agreement between states",
        "Visit, talks or exercise without an agreement",
        "Trade, peace or arms control, no defence agreement",
        "Only hoped for, asked for or denied",
        "Another agreement than the one named",
        "Wrong parties",
        "History or anniversary only",
    ];
}
