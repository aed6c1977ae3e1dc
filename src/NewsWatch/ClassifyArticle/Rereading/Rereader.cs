using System.Runtime.CompilerServices;
using NewsWatch.ExtractArticle;

namespace NewsWatch.ClassifyArticle.Rereading;

/// <summary>Reads stored articles by the present rules: first to show what would change, then, if asked, to change it.</summary>
public sealed class Rereader(ArticleStore articles, AgreementClassifier classifier, IStage<ArticleExtracted> stage)
{
    /// <summary>Articles found since a day (null: ever) that would be read otherwise, in the order of ids. Changes nothing.</summary>
    public IAsyncEnumerable<ReadingChange> CompareAsync(DateTimeOffset? since, CancellationToken cancellation)
        => CompareAsync(since, (_, _) => { }, cancellation);

    /// <summary>
    /// As <see cref="CompareAsync(DateTimeOffset?, CancellationToken)"/>, and says before each article how many are done of how many.
    /// </summary>
    public async IAsyncEnumerable<ReadingChange> CompareAsync(
        DateTimeOffset? since, Action<int, int> progress, [EnumeratorCancellation] CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(progress);
        var ids = await articles.ListAsync(cancellation).ToListAsync(cancellation);
        var done = 0;
        foreach (var id in ids)
        {
            progress(done++, ids.Count);
            if (await articles.ReadAsync(id, cancellation) is { Content: { } content, Classification: { } before } article
                && (since is null || article.FoundAt >= since)
                && Compare(before.WithoutSecond(), Read(content)) is { } kind)
                yield return Change(article, content, kind, before);
        }
    }

    /// <summary>Reads an article anew and stores that, as its stage does: the ledger follows.</summary>
    public async Task ApplyAsync(string article, CancellationToken cancellation)
    {
        if (await articles.ReadAsync(article, cancellation) is { Content: { } content })
            await stage.HandleAsync(new(article, content.Hash), cancellation);
    }

    private Classification Read(ArticleContent content)
        => classifier.Classify(new(content.Title, content.Text) { Language = content.Language, Published = content.Published });

    private ReadingChange Change(Article article, ArticleContent content, ReadingChangeKind kind, Classification before)
        => new(
            article.Id,
            content.Title,
            article.Address,
            kind,
            before.WithoutSecond().Agreements is [var first, ..] ? first : null,
            Read(content).Agreements is [var now, ..] ? now : null,
            article.Decisions.LastOrDefault(decision => decision.TakenBack is null)?.Verdict)
        { RulesBefore = before.RuleSet };

    private static ReadingChangeKind? Compare(Classification before, Classification after)
    {
        if (before.Flagged != after.Flagged)
            return after.Flagged ? ReadingChangeKind.NewlyFlagged : ReadingChangeKind.NoLongerFlagged;
        if (before.Mentions != after.Mentions)
            return ReadingChangeKind.Mentions;
        if (!before.Agreements.Take(1).Select(Key).SequenceEqual(after.Agreements.Take(1).Select(Key), StringComparer.Ordinal))
            return ReadingChangeKind.Primary;
        if (!before.Agreements.Select(Whole).Order(StringComparer.Ordinal)
            .SequenceEqual(after.Agreements.Select(Whole).Order(StringComparer.Ordinal), StringComparer.Ordinal))
            return ReadingChangeKind.Background;
        return before.Borderline != after.Borderline ? ReadingChangeKind.Borderline : null;
    }

    private static string Key(FoundAgreement found)
        => $"{WireName.Of(found.Type)} {string.Join('-', found.Parties.Order(StringComparer.Ordinal))} {WireName.Of(found.Stage)}";

    private static string Whole(FoundAgreement found) => $"{Key(found)} {found.Date:O} {found.Background}";
}
