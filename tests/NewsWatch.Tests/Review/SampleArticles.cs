namespace NewsWatch.Tests.Review;

/// <summary>Articles of this project's own making.</summary>
internal static class SampleArticles
{
    /// <summary>Two agreements of the sample text, each with a key of its own.</summary>
    public static IReadOnlyList<FoundAgreement> Two { get; } =
    [
        new(AgreementType.Acsa, "acquisition and cross-servicing agreement", ["PT", "JP"], AgreementStage.Signed, null, [new(19, 25, "en:sign done:signed")]),
        new(AgreementType.Acsa, "agreement", ["PT", "AU"], AgreementStage.Negotiating, null, [new(97, 113, "en:ratify:approve")]),
    ];

    public static Article Flagged(
        string slug = "lisbon",
        string title = "Portugal and Japan sign logistics pact",
        string text = "Portugal and Japan signed an acquisition and cross-servicing agreement in Lisbon on Monday.\nBoth parliaments must still approve it.",
        string language = "en",
        IReadOnlyList<FoundAgreement>? agreements = null)
        => Unclassified(slug, title, text, language) with
        {
            State = ArticleState.Flagged,
            Classification = new(
                true,
                0.93,
                agreements ??
                [
                    new(
                        AgreementType.Acsa,
                        "acquisition and cross-servicing agreement",
                        ["PT", "JP"],
                        AgreementStage.Signed,
                        new(2026, 3, 9),
                        [
                            new(19, 25, "en:sign done:signed"), new(29, 70, "en:acsa:acquisition and cross servicing"), new(0, 8, "party:PT:Portugal"),
                            new(13, 18, "party:JP:Japan"), new(84, 90, "date:weekday"),
                        ]),
                ],
                "7"),
        };

    public static Article Unclassified(string slug, string title, string text, string language = "en")
    {
        var address = new Uri($"https://news.example/{slug}");
        return new()
        {
            Id = ArticleId.Of(address),
            Address = address,
            FoundAt = TestSite.Now.AddHours(-2),
            Mentions = [new("f1", "Example wire", address, title, "", null, "x")],
            State = ArticleState.NotFlagged,
            Content = new()
            {
                Hash = ArticleId.Hash(title + text),
                Title = title,
                Text = text,
                ReadAt = TestSite.Now.AddHours(-1),
                Origin = TextOrigin.Page,
                Language = language,
                Site = "Example",
            },
        };
    }
}
