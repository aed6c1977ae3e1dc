using NewsWatch.ClassifyArticle.Explaining;
using NewsWatch.TrackAgreement;

namespace NewsWatch.Review.Articles;

/// <summary>What is marked in an article: of each agreement the sentence that proves it as a whole, and the words by what they are.</summary>
public sealed class Marks
{
    private Marks(IReadOnlyList<ReadAgreement> agreements, IReadOnlyList<Mark> all)
    {
        Agreements = agreements;
        Title = [.. all.Where(mark => mark.InTitle)];
        Text = [.. all.Where(mark => !mark.InTitle)];
    }

    /// <summary>The article's agreements, each with its number and proof.</summary>
    public IReadOnlyList<ReadAgreement> Agreements { get; }

    /// <summary>Marks of the title, in its order.</summary>
    public IReadOnlyList<Mark> Title { get; }

    /// <summary>Marks of the text, in its order.</summary>
    public IReadOnlyList<Mark> Text { get; }

    /// <summary>Marks of an article; none where it has no text or its verdict is on an earlier one.</summary>
    public static Marks Of(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var decided = AgreementDecisions.Of(article);
        if (article.Content is not { } content || !IsCurrent(article))
            return new([.. decided.Select((one, index) => new ReadAgreement(index + 1, one, null))], []);
        var proofs = Proofs(content, decided);
        return new(
            [.. decided.Select((one, index) => new ReadAgreement(index + 1, one, proofs.FirstOrDefault(proof => proof.Agreements.Contains(index + 1))))],
            [.. proofs.Concat(Words(content, decided, article.Classification?.Against ?? []))
                .OrderBy(mark => mark.Start).ThenByDescending(mark => mark.End)]);
    }

    /// <summary>False where the article was edited after its verdict, so that the offsets count in another text.</summary>
    public static bool IsCurrent(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return article.Classification?.Revision is not { } revision || revision == article.Content?.Hash;
    }

    /// <summary>The sentences that make the claims; those that run into each other are one.</summary>
    private static List<Mark> Proofs(ArticleContent content, IReadOnlyList<DecidedAgreement> agreements)
    {
        var proofs = new List<Mark>();
        foreach (var (index, one) in agreements.Index())
        {
            var evidence = (one.Corrected ?? one.Found).Evidence;
            if (evidence.Count == 0 || EvidenceSentence.Around(content, evidence[0]) is not var (start, end))
                continue;
            var (from, to, numbers) = (start, end, new List<int> { index + 1 });
            foreach (var met in proofs.Where(proof => proof.InTitle == evidence[0].InTitle && proof.Start < to && proof.End > from).ToList())
            {
                proofs.Remove(met);
                (from, to) = (Math.Min(from, met.Start), Math.Max(to, met.End));
                numbers.AddRange(met.Agreements);
            }
            proofs.Add(new(evidence[0].InTitle, from, to, EvidenceKind.Sentence, false, [], [.. numbers.Order()]));
        }
        return proofs;
    }

    private static IEnumerable<Mark> Words(ArticleContent content, IReadOnlyList<DecidedAgreement> agreements, IReadOnlyList<Evidence> against)
        => agreements.SelectMany((one, index) => one.Found.Evidence.Select(evidence => (Evidence: evidence, Against: false, Number: index + 1)))
            .Concat(against.Select(evidence => (Evidence: evidence, Against: true, Number: 0)))
            .Where(item => IsWithin(content, item.Evidence) && EvidenceKinds.Of(item.Evidence.Rule) != EvidenceKind.Sentence)
            .GroupBy(item => (item.Evidence.InTitle, item.Evidence.Start, item.Evidence.End))
            .Select(same => new Mark(
                same.Key.InTitle,
                same.Key.Start,
                same.Key.End,
                same.Where(item => item.Against == same.All(one => one.Against)).Min(item => EvidenceKinds.Of(item.Evidence.Rule)),
                same.All(item => item.Against),
                [.. same.Select(item => item.Evidence.Rule).Distinct(StringComparer.Ordinal)],
                [.. same.Where(item => !item.Against).Select(item => item.Number).Distinct().Order()]));

    private static bool IsWithin(ArticleContent content, Evidence evidence)
        => evidence.Start >= 0 && evidence.Start < Math.Min(evidence.End, (evidence.InTitle ? content.Title : content.Text).Length);
}
