using Microsoft.Extensions.Options;

namespace NewsWatch.ClassifyArticle.SecondReader;

/// <summary>
/// Asks a language model whether an article says what is to be told on its word, where the settings want that
/// (<see cref="SecondReaderOptions.ConfirmDevelopments"/>).
/// </summary>
public sealed class DevelopmentReader
{
    private readonly IOptions<SecondReaderOptions> options;
    private readonly ModelReader model;

    internal DevelopmentReader(IOptions<SecondReaderOptions> options, ModelReader model) => (this.options, this.model) = (options, model);

    /// <summary>True where developments are to be confirmed.</summary>
    public bool IsOn => options.Value is { ConfirmDevelopments: true, Endpoint: not null };

    /// <summary>What the model reads of the statement in the article; asked for only where <see cref="IsOn"/>.</summary>
    /// <param name="content">The article as it was read.</param>
    /// <param name="verdict">The verdict on it, or null: where the same reader said the same of this text, it is not asked again.</param>
    /// <param name="statement">What is to be told.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<SecondReading> ReadAsync(
        ArticleContent content, Classification? verdict, Statement statement, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(statement);
        if (verdict is { Second: { Outcome: SecondReadingOutcome.Accepted, Agreement: { } read } known } && verdict.Revision == content.Hash
            && known.Reader == model.Name && statement.IsSaidBy(read))
            return known;
        return await model.AskAsync(Instructions.Confirm(statement), new(content.Title, content.Text), statement.At, cancellation);
    }
}
