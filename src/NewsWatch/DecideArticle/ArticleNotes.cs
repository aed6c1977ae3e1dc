namespace NewsWatch.DecideArticle;

/// <summary>Keeps analysts' notes on articles.</summary>
public sealed class ArticleNotes(ArticleStore articles, TimeProvider time)
{
    /// <summary>Adds a note; sent twice, it is kept once.</summary>
    public async Task<DecisionOutcome> AddAsync(string article, string text, string by, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Note.Fault(text, by) is { } fault)
            return new DecisionOutcome.Refused(fault);
        var note = new Note(text.Trim(), by.Trim(), time.GetUtcNow());
        var after = await articles.UpdateAsync(
            article, found => Note.Add(found.Notes, note) is var notes && ReferenceEquals(notes, found.Notes) ? found : found with { Notes = notes }, cancellation);
        return after is null ? new DecisionOutcome.NotFound() : new DecisionOutcome.Kept(after);
    }
}
