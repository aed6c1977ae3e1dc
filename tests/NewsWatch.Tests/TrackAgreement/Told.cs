using System.Globalization;

namespace NewsWatch.Tests.TrackAgreement;

/// <summary>Articles that tell of agreements.</summary>
internal static class Told
{
    /// <summary>A flagged article of a day, the newsworthy agreement first.</summary>
    public static Article On(string day, string name, params FoundAgreement[] found) => At(day, $"https://{name}.example/news/{day}", found);

    public static Article At(string day, string address, params FoundAgreement[] found)
    {
        var uri = new Uri(address);
        var published = DateTimeOffset.Parse(day + "T09:00:00Z", CultureInfo.InvariantCulture);
        const string Text = "The ministers met in the capital. They signed the pact on Tuesday. Officials welcomed it.";
        return new()
        {
            Id = ArticleId.Of(uri),
            Address = uri,
            FoundAt = published.AddHours(1),
            Mentions = [new("wire", "Wire", uri, "Ministers meet", "", published, "f")],
            State = ArticleState.Flagged,
            Content = new() { Hash = "r", Title = "Ministers meet", Text = Text, ReadAt = published, Origin = TextOrigin.Page, Published = published },
            Classification = new(true, 0.9, found, "1") { Revision = "r" },
        };
    }

    public static FoundAgreement Acsa(AgreementStage stage, string? date = null, bool background = false, params string[] parties)
        => new(
            AgreementType.Acsa,
            "ACSA",
            parties.Length > 0 ? parties : ["JP", "FR"],
            stage,
            date is null ? null : DateOnly.Parse(date, CultureInfo.InvariantCulture),
            [new(39, 54, "stage:signed")])
        { Background = background };
}
