using System.Text.Json.Serialization;

namespace NewsWatch.Articles;

/// <summary>One line of the journal. Lines repeat after a redelivery: the last line of an article and kind counts.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="At">When; also decides the day's blob.</param>
/// <param name="Article">Id of the article.</param>
/// <param name="Title">Its title.</param>
/// <param name="Address">Its canonical address.</param>
public sealed record JournalEntry(JournalKind Kind, DateTimeOffset At, string Article, string Title, Uri Address)
{
    /// <summary>State reached; for <see cref="JournalKind.Outcome"/>.</summary>
    public ArticleState State { get; init; }

    /// <summary>Why blocked, gone or failed, or an analyst's reason.</summary>
    public string? Reason { get; init; }

    /// <summary>Score of the verdict, 0 to 1; null where not classified.</summary>
    public double? Score { get; init; }

    /// <summary>True for an article a person should look at although the verdict is not sure.</summary>
    public bool Borderline { get; init; }

    /// <summary>The primary agreement's type; null where none was found.</summary>
    public AgreementType? Type { get; init; }

    /// <summary>The primary agreement's parties.</summary>
    public IReadOnlyList<string>? Parties { get; init; }

    /// <summary>The primary agreement's stage.</summary>
    public AgreementStage? Stage { get; init; }

    /// <summary>Publication date of the article.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>Language of the article.</summary>
    public string? Language { get; init; }

    /// <summary>Name of the site or feed.</summary>
    public string? Site { get; init; }

    /// <summary>An analyst's verdict; for <see cref="JournalKind.Decision"/>, where null tells that one was taken back.</summary>
    public Verdict? Verdict { get; init; }

    /// <summary>Key of the agreement that was decided on; null for the whole article.</summary>
    public string? Agreement { get; init; }

    /// <summary>Who decided.</summary>
    public string? By { get; init; }

    /// <summary>The state that the article is counted in from this line on, after that of the lines before; null where none counts it.</summary>
    public ArticleState? Follow(ArticleState? before) => Kind switch
    {
        JournalKind.Found => before ?? ArticleState.Pending,
        JournalKind.Outcome => State,
        _ => before,
    };

    /// <summary>The line of where a classified article has ended.</summary>
    public static JournalEntry OfOutcome(Article article, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(article);
        var primary = article.Classification?.Agreements is [var first, ..] ? first : null;
        return new(JournalKind.Outcome, at, article.Id, article.Content?.Title ?? article.Mentions[0].Title, article.Address)
        {
            State = article.State,
            Reason = article.Reason,
            Score = article.Classification?.Score,
            Borderline = article.IsBorderline,
            Type = primary?.Type,
            Parties = primary?.Parties,
            Stage = primary?.Stage,
            Published = article.Content?.Published ?? article.Mentions[0].Published,
            Language = article.Content?.Language,
            Site = article.Content?.Site ?? article.Mentions[0].FeedTitle,
        };
    }
}

/// <summary>What a journal line tells.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<JournalKind>))]
public enum JournalKind
{
    /// <summary>An entry was found in a feed.</summary>
    [JsonStringEnumMemberName("found")] Found,

    /// <summary>An article ended in a counted state.</summary>
    [JsonStringEnumMemberName("outcome")] Outcome,

    /// <summary>An analyst decided.</summary>
    [JsonStringEnumMemberName("decision")] Decision,
}
