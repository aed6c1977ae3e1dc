namespace NewsWatch.Review.Articles;

/// <summary>The evidence of a verdict as numbered stretches: the same stretch read by several rules is one mark.</summary>
public sealed class Marks
{
    private readonly Dictionary<(bool InTitle, int Start, int End), Mark> byStretch = [];
    private readonly HashSet<Evidence> first = new(ReferenceEqualityComparer.Instance);

    private Marks(ArticleContent content, Classification verdict)
    {
        var found = verdict.Agreements.SelectMany(agreement => agreement.Evidence).Select(evidence => (Evidence: evidence, Against: false));
        var against = verdict.Against.Select(evidence => (Evidence: evidence, Against: true));
        var stretches = found.Concat(against)
            .GroupBy(item => Stretch(item.Evidence))
            .Where(group => group.Key.Start < Math.Min(group.Key.End, (group.Key.InTitle ? content.Title : content.Text).Length) && group.Key.Start >= 0)
            .OrderByDescending(group => group.Key.InTitle)
            .ThenBy(group => group.Key.Start)
            .ThenBy(group => group.Key.End);
        foreach (var group in stretches)
        {
            first.Add(group.First().Evidence);
            byStretch.Add(group.Key, new Mark(
                byStretch.Count + 1,
                group.Key.InTitle,
                group.Key.Start,
                group.Key.End,
                [.. group.Select(item => item.Evidence.Rule).Distinct(StringComparer.Ordinal)],
                group.All(item => item.Against)));
        }
        Title = [.. byStretch.Values.Where(mark => mark.InTitle)];
        Text = [.. byStretch.Values.Where(mark => !mark.InTitle)];
    }

    private Marks()
    {
    }

    /// <summary>Marks of the title, in its order.</summary>
    public IReadOnlyList<Mark> Title { get; } = [];

    /// <summary>Marks of the text, in its order.</summary>
    public IReadOnlyList<Mark> Text { get; } = [];

    /// <summary>Marks of an article; none where it is not classified or its verdict is on an earlier text.</summary>
    public static Marks Of(Article article)
        => article is { Content: { } content, Classification: { } verdict } && IsCurrent(article) ? new(content, verdict) : new();

    /// <summary>False where the article was edited after its verdict, so that the offsets count in another text.</summary>
    public static bool IsCurrent(Article article)
        => article.Classification?.Revision is not { } revision || revision == article.Content?.Hash;

    /// <summary>The mark of one piece of evidence; null where it lies outside the text.</summary>
    public Mark? Of(Evidence evidence) => byStretch.GetValueOrDefault(Stretch(evidence));

    /// <summary>True for the first evidence of its stretch, which the number in the text leads to.</summary>
    public bool IsFirst(Evidence evidence) => first.Contains(evidence);

    private static (bool InTitle, int Start, int End) Stretch(Evidence evidence) => (evidence.InTitle, evidence.Start, evidence.End);
}
