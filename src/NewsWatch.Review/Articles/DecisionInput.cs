using System.Globalization;
using Microsoft.AspNetCore.Http;
using NewsWatch.ClassifyArticle.Explaining;
using NewsWatch.DecideArticle;

namespace NewsWatch.Review.Articles;

/// <summary>A decision as a form of the article's page sends it.</summary>
public sealed record DecisionInput
{
    private const string DayFormat = "yyyy-MM-dd";
    private const string TitleSentence = "title";

    /// <summary>What is decided; null where nothing was chosen.</summary>
    public DecisionStep? Step { get; init; }

    /// <summary>Key of the agreement; null for the whole article, or for one that was missed.</summary>
    public string? Agreement { get; init; }

    /// <summary>Why.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Who, where the site does not know.</summary>
    public string? By { get; init; }

    /// <summary>To correct or add: kind of instrument.</summary>
    public AgreementType? Type { get; init; }

    /// <summary>To correct or add: how far it has come.</summary>
    public AgreementStage? Stage { get; init; }

    /// <summary>To correct or add: the parties as typed, names or codes.</summary>
    public string Parties { get; init; } = "";

    /// <summary>To correct or add: the day of the stage as typed; empty where none is given.</summary>
    public string Date { get; init; } = "";

    /// <summary>To add: the sentence that proves it, as <c>start-end</c> in the text, or <c>title</c>; empty where none is shown.</summary>
    public string Sentence { get; init; } = "";

    /// <summary>Reads the form.</summary>
    public static DecisionInput Of(IFormCollection form) => new()
    {
        Step = WireName.Parse<DecisionStep>(form["do"]),
        Agreement = form["agreement"].ToString() is { Length: > 0 } key ? key : null,
        Reason = form["reason"].ToString().ReplaceLineEndings("\n").Trim(),
        By = form["by"],
        Type = WireName.Parse<AgreementType>(form["type"]),
        Stage = WireName.Parse<AgreementStage>(form["stage"]),
        Parties = form["parties"].ToString().Trim(),
        Date = form["date"].ToString().Trim(),
        Sentence = form["sentence"].ToString().Trim(),
    };

    /// <summary>The value of a sentence in the form.</summary>
    public static string SentenceOf(int start, int end) => string.Create(CultureInfo.InvariantCulture, $"{start}-{end}");

    /// <summary>Takes the decision on an article.</summary>
    public Task<DecisionOutcome> TakeAsync(Article article, ArticleDecider decider, string by, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(decider);
        DateOnly? day = DateOnly.TryParseExact(Date, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var typed) ? typed : null;
        if (Date.Length > 0 && day is null)
            return Refused("Give the day as year-month-day, such as 2026-03-09.");
        switch (Step)
        {
            case DecisionStep.Confirm:
                return decider.ConfirmAsync(article.Id, by, Reason, cancellation, Agreement);
            case DecisionStep.Dismiss:
                return decider.DismissAsync(article.Id, by, Reason, cancellation, Agreement);
            case DecisionStep.Correct or DecisionStep.Add when (Type, Stage) is ({ } type, { } stage):
                var parties = PartyText.Codes(Parties);
                if (parties.Unknown is { } unknown)
                    return Refused($"“{unknown}” is no state or organisation known here: give its short English name or its ISO code, such as JP.");
                var given = new Correction(type, parties.Codes, stage, day);
                return Step == DecisionStep.Correct
                    ? decider.CorrectAsync(article.Id, given, by, Reason, cancellation, Agreement)
                    : decider.AddAsync(article.Id, given with { Proof = Proof(article) }, by, Reason, cancellation);
            case DecisionStep.Correct or DecisionStep.Add:
                return Refused("Say type and stage of the agreement.");
            default:
                return Refused("Choose what to decide.");
        }
    }

    private Evidence? Proof(Article article)
    {
        if (Sentence == TitleSentence)
            return new(0, article.Content?.Title.Length ?? 0, EvidenceKinds.Analyst) { InTitle = true };
        return Sentence.Split('-') is [var from, var to]
            && int.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            && int.TryParse(to, NumberStyles.None, CultureInfo.InvariantCulture, out var end)
            ? new(start, end, EvidenceKinds.Analyst)
            : null;
    }

    private static Task<DecisionOutcome> Refused(string why) => Task.FromResult<DecisionOutcome>(new DecisionOutcome.Refused(why));
}
