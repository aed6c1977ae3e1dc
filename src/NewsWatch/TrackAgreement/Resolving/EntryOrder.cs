namespace NewsWatch.TrackAgreement.Resolving;

/// <summary>The order in which entries are folded: that of the days they tell of, whatever the order in which they came.</summary>
internal sealed class EntryOrder : IComparer<DossierEntry>
{
    public static EntryOrder Instance { get; } = new();

    public int Compare(DossierEntry? x, DossierEntry? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        return Comparer<(DateOnly, AgreementStage, bool, bool)>.Default.Compare(
            (x.Date, x.Stage, x.Background, x.Denies), (y.Date, y.Stage, y.Background, y.Denies)) switch
        {
            0 when string.CompareOrdinal(x.Article, y.Article) is var byArticle and not 0 => byArticle,
            0 when x.Type.CompareTo(y.Type) is var byType and not 0 => byType,
            0 => string.CompareOrdinal(x.Name, y.Name),
            var byDay => byDay,
        };
    }
}
