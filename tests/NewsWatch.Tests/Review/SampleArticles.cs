namespace NewsWatch.Tests.Review;

/// <summary>Articles of this project's own making.</summary>
internal static class SampleArticles
{
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
                        [new(0, 18, "parties"), new(19, 25, "stage.signed"), new(29, 70, "term.acsa")]),
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
