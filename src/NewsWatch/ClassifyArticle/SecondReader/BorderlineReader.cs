using Microsoft.Extensions.Options;

namespace NewsWatch.ClassifyArticle.SecondReader;

/// <summary>
/// Asks a language model about borderline articles, where the settings name one. Its word counts only where it proves it
/// (<see cref="AnswerReader"/>); whatever goes wrong leaves the rules' verdict standing and is told on the article. An article stays
/// borderline either way: a person should look.
/// </summary>
public sealed class BorderlineReader
{
    private readonly IOptions<SecondReaderOptions> options;
    private readonly ModelReader model;

    internal BorderlineReader(IOptions<SecondReaderOptions> options, ModelReader model) => (this.options, this.model) = (options, model);

    /// <summary>The verdict with the second reader's word; the very one given where it is not borderline or there is no second reader.</summary>
    /// <param name="article">What the rules read.</param>
    /// <param name="verdict">What they made of it.</param>
    /// <param name="before">
    /// The verdict stored before, or null: where the same reader answered about the same revision, it is not asked again.
    /// </param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<Classification> ReadAsync(
        ClassifierInput article, Classification verdict, Classification? before, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(verdict);
        if (options.Value.Endpoint is null || !verdict.Borderline)
            return verdict;
        var known = before?.Revision is { } revision && revision == verdict.Revision ? before.Second : null;
        var answered = known is { Outcome: SecondReadingOutcome.Accepted or SecondReadingOutcome.Refused } && known.Reader == model.Name;
        return SecondWord.On(verdict, answered ? known! : await model.AskAsync(Instructions.Borderline, article, at: 0, cancellation));
    }
}
