using System.Globalization;
using Microsoft.Extensions.Options;

namespace NewsWatch.ClassifyArticle.SecondReader;

/// <summary>
/// Asks a language model about borderline articles, where the settings name one. Its word counts only where it proves it
/// (<see cref="AnswerReader"/>); whatever goes wrong leaves the rules' verdict standing and is told on the article. An article stays
/// borderline either way: a person should look.
/// </summary>
public sealed class BorderlineReader
{
    private static readonly TimeSpan BeforeRetry = TimeSpan.FromSeconds(1);

    private readonly IOptions<SecondReaderOptions> options;
    private readonly ChatEndpoint endpoint;
    private readonly CallBudget budget;
    private readonly TimeProvider time;

    internal BorderlineReader(IOptions<SecondReaderOptions> options, ChatEndpoint endpoint, CallBudget budget, TimeProvider time)
        => (this.options, this.endpoint, this.budget, this.time) = (options, endpoint, budget, time);

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
        var reader = $"second-reader:{options.Value.Model}";
        var known = before?.Revision is { } revision && revision == verdict.Revision ? before.Second : null;
        return SecondWord.On(verdict, known is { Outcome: SecondReadingOutcome.Accepted or SecondReadingOutcome.Refused } && known.Reader == reader
            ? known
            : await AskAsync(article, reader, cancellation));
    }

    private async Task<SecondReading> AskAsync(ClassifierInput article, string reader, CancellationToken cancellation)
    {
        using var bound = new CancellationTokenSource(options.Value.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(bound.Token, cancellation);
        var text = Instructions.Article(article, options.Value.MostCharacters);
        try
        {
            for (var call = 0; ; call++)
            {
                if (!await budget.TryTakeAsync(options.Value.MostCallsADay, cancellation))
                    return Without(SecondReadingOutcome.NotAsked, $"the {options.Value.MostCallsADay} calls of the day are used up");
                switch (await endpoint.AskAsync(Instructions.Text, text, either.Token))
                {
                    case ChatAnswer.Given given:
                        return AnswerReader.Read(given.Text, article, reader, time.GetUtcNow());
                    case ChatAnswer.None none when !none.MayPass || call >= options.Value.Retries:
                        return Without(SecondReadingOutcome.Failed, none.Why);
                }

                await Task.Delay(BeforeRetry, time, either.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Without(SecondReadingOutcome.Failed, string.Create(CultureInfo.InvariantCulture, $"no answer within {options.Value.Timeout.TotalSeconds:0.#} s"));
        }

        SecondReading Without(SecondReadingOutcome outcome, string why) => new(reader, outcome, time.GetUtcNow()) { Why = why };
    }
}
