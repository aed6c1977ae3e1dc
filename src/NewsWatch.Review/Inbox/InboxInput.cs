using Microsoft.AspNetCore.Http;
using NewsWatch.DecideArticle;

namespace NewsWatch.Review.Inbox;

/// <summary>A decision as the list's form sends it: by a row's own button, or by the bar's for the rows that are ticked.</summary>
/// <param name="Verdict">What; null where no button was pressed.</param>
/// <param name="Articles">Ids.</param>
/// <param name="Reason">Why; may be empty.</param>
public sealed record InboxInput(Verdict? Verdict, IReadOnlyList<string> Articles, string Reason)
{
    /// <summary>Who, where the site does not know.</summary>
    public string? By { get; init; }

    /// <summary>The query's part of the list's address.</summary>
    public string List { get; init; } = "";

    /// <summary>Id of the row to go on with; null for the top.</summary>
    public string? Next { get; init; }

    /// <summary>True where one row is to be dismissed and nothing says why: that is asked next.</summary>
    public bool AsksReason { get; init; }

    /// <summary>Why it cannot be taken as sent; null where it can.</summary>
    public string? Fault => Verdict is null ? "Choose whether to confirm or to dismiss."
        : Articles.Count == 0 ? "Tick the rows to decide on first."
        : Verdict == NewsWatch.Articles.Verdict.Dismissed && Reason.Length == 0 ? "A dismissal needs a reason: choose one, or write it."
        : Reason.Length > ArticleDecider.MaxReasonLength ? $"A reason has at most {ArticleDecider.MaxReasonLength} characters."
        : null;

    /// <summary>Reads the form.</summary>
    public static InboxInput Of(IFormCollection form)
    {
        var (verdict, articles, reason) = Pressed(form);
        return new(verdict, articles, reason)
        {
            By = form["by"],
            AsksReason = form["ask"].ToString().Length > 0 && reason.Length == 0 && articles.Count > 0,
            List = form["list"].ToString(),
            Next = form["next"] is [{ Length: > 0 } next, ..] ? next : null,
        };
    }

    private static (Verdict? Verdict, IReadOnlyList<string> Articles, string Reason) Pressed(IFormCollection form)
    {
        if (form["confirm"].ToString() is { Length: > 0 } confirmed)
            return (NewsWatch.Articles.Verdict.Confirmed, Rows(form, confirmed), "");
        var typed = form["note"].ToString().ReplaceLineEndings("\n").Trim();
        var chosen = DismissalReasons.TextOf(form["reason"]) ?? "";
        var reason = typed.Length == 0 ? chosen : chosen.Length == 0 ? typed : $"{chosen}: {typed}";
        return form["ask"].ToString() is { Length: > 0 } asked
            ? (NewsWatch.Articles.Verdict.Dismissed, Rows(form, asked), reason)
            : (WireName.Parse<Verdict>(form["bulk"]), Rows(form, [.. form["article"]]), reason);
    }

    /// <summary>The articles of rows, each named by the one that stands for it.</summary>
    private static IReadOnlyList<string> Rows(IFormCollection form, params IEnumerable<string?> leads)
        => [.. leads.SelectMany(lead => $"{lead} {form[$"of-{lead}"]}".Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(BlobId.IsValid)];
}
