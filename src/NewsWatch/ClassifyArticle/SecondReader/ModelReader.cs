using System.Globalization;
using Microsoft.Extensions.Options;

namespace NewsWatch.ClassifyArticle.SecondReader;

/// <summary>
/// Asks the model about one article, within the day's budget and the time for one, and takes its answer only where it proves it
/// (<see cref="AnswerReader"/>). Whatever goes wrong is told in the reading.
/// </summary>
internal sealed class ModelReader(IOptions<SecondReaderOptions> options, ChatEndpoint endpoint, CallBudget budget, TimeProvider time)
{
    private static readonly TimeSpan BeforeRetry = TimeSpan.FromSeconds(1);

    /// <summary>Who reads, as it stands in readings and evidence.</summary>
    public string Name => $"second-reader:{options.Value.Model}";

    /// <summary>Asks, and again where that may help.</summary>
    /// <param name="instructions">What the model is told.</param>
    /// <param name="article">What it reads.</param>
    /// <param name="at">Where in the text lies what matters; of a long text the part around it is sent.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<SecondReading> AskAsync(string instructions, ClassifierInput article, int at, CancellationToken cancellation)
    {
        using var bound = new CancellationTokenSource(options.Value.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(bound.Token, cancellation);
        var text = Instructions.Article(article, options.Value.MostCharacters, at);
        try
        {
            for (var call = 0; ; call++)
            {
                if (!await budget.TryTakeAsync(options.Value.MostCallsADay, cancellation))
                    return Without(SecondReadingOutcome.NotAsked, $"the {options.Value.MostCallsADay} calls of the day are used up");
                switch (await endpoint.AskAsync(instructions, text, either.Token))
                {
                    case ChatAnswer.Given given:
                        return AnswerReader.Read(given.Text, article, Name, time.GetUtcNow());
                    case ChatAnswer.None none when !none.MayPass || call >= options.Value.Retries:
                        return Without(SecondReadingOutcome.Failed, none.Why);
                }

                await Task.Delay(BeforeRetry, time, either.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            var seconds = options.Value.Timeout.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture);
            return Without(SecondReadingOutcome.Failed, $"no answer within {seconds} s");
        }

        SecondReading Without(SecondReadingOutcome outcome, string why) => new(Name, outcome, time.GetUtcNow()) { Why = why };
    }
}
