using System.Globalization;
using Microsoft.AspNetCore.Http;
using NewsWatch.DecideArticle;

namespace NewsWatch.Review.Articles;

/// <summary>A decision as the form sends it.</summary>
public sealed record DecisionInput
{
    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>Confirmed or dismissed; null where nothing was chosen.</summary>
    public Verdict? Verdict { get; init; }

    /// <summary>Why.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Who, where the site does not know.</summary>
    public string? By { get; init; }

    /// <summary>The primary agreement's type; null where it stands as found.</summary>
    public AgreementType? Type { get; init; }

    /// <summary>The primary agreement's stage; null where it stands as found.</summary>
    public AgreementStage? Stage { get; init; }

    /// <summary>Codes of its parties; empty where they stand as found.</summary>
    public IReadOnlyList<string> Parties { get; init; } = [];

    /// <summary>Day of its stage as typed; empty where it stands as found.</summary>
    public string Date { get; init; } = "";

    /// <summary>True where something found is put right.</summary>
    public bool IsCorrection => Type is not null || Stage is not null || Parties.Count > 0 || Date.Length > 0;

    /// <summary>Reads the form.</summary>
    public static DecisionInput Of(IFormCollection form) => new()
    {
        Verdict = WireName.Parse<Verdict>(form["verdict"]),
        Reason = form["reason"].ToString().ReplaceLineEndings("\n").Trim(),
        By = form["by"],
        Type = WireName.Parse<AgreementType>(form["type"]),
        Stage = WireName.Parse<AgreementStage>(form["stage"]),
        Parties = form["parties"].ToString().ToUpperInvariant().Split([' ', ',', ';', '–', '-'], StringSplitOptions.RemoveEmptyEntries),
        Date = form["date"].ToString().Trim(),
    };

    /// <summary>Takes the decision on an article; what the form leaves out of a correction stands as found.</summary>
    public Task<DecisionOutcome> TakeAsync(Article article, ArticleDecider decider, string by, CancellationToken cancellation)
    {
        var found = article.Classification is { Agreements: [var first, ..] } ? first : null;
        DateOnly? day = DateOnly.TryParseExact(Date, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var typed) ? typed : null;
        if (Date.Length > 0 && day is null)
            return Refused("Give the day as year-month-day, such as 2026-03-09.");
        return Verdict switch
        {
            null => Refused("Choose whether to confirm or to dismiss."),
            NewsWatch.Articles.Verdict.Dismissed => decider.DismissAsync(article.Id, by, Reason, cancellation),
            _ when !IsCorrection => decider.ConfirmAsync(article.Id, by, Reason, cancellation),
            _ when (Type ?? found?.Type, Stage ?? found?.Stage) is ({ } type, { } stage) => decider.CorrectAsync(
                article.Id, new(type, Parties.Count > 0 ? Parties : found?.Parties ?? [], stage, day), by, Reason, cancellation),
            _ => Refused("Nothing was found here to correct: give type, parties and stage of the agreement."),
        };
    }

    private static Task<DecisionOutcome> Refused(string why) => Task.FromResult<DecisionOutcome>(new DecisionOutcome.Refused(why));
}
