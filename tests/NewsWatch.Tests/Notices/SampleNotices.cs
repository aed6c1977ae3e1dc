using NewsWatch.Notices;
using NewsWatch.SendAlerts;
using NewsWatch.TrackAgreement;

namespace NewsWatch.Tests.Notices;

/// <summary>Notices of every kind, tame and hostile.</summary>
internal static class SampleNotices
{
    /// <summary>Turns the writing round: what follows reads from right to left.</summary>
    public const char Override = '\u202E';

    public static DateTimeOffset Now { get; } = new(2026, 3, 5, 9, 30, 0, TimeSpan.Zero);

    public static Alert Alert { get; } = AlertSample.At(Now, new("https://desk.example/")) with { Development = "acsa-fr-jp_negotiating" };

    public static Notice Tame => AlertNotices.Of(Alert);

    public static Notice Correction => AlertNotices.Of(Alert with
    {
        Development = "acsa-fr-jp_negotiating_corrected",
        Kind = DevelopmentKind.Correction,
        Corrects = "acsa-fr-jp_negotiating",
        Stage = AgreementStage.Mentioned,
        Previous = AgreementStage.Negotiating,
        Since = null,
        Reason = "Ines dismissed the article: a rehearsal.",
    }) with
    { Answers = ["acsa-fr-jp_negotiating"] };

    /// <summary>Sixty developments at once.</summary>
    public static Notice Large => AlertNotices.Digest(
        "digest-1", Now, [.. Enumerable.Range(0, 60)
            .Select(number => Alert with { Development = $"d{number}", At = Now.AddMinutes(-number) })]);

    /// <summary>Every text in it tries to be more than a text.</summary>
    public static Notice Hostile => AlertNotices.Of(HostileAlert);

    public static Alert HostileAlert
    {
        get
        {
            var nasty = $"Fine\r\nBcc: victim@desk.example\r\n\r\n<script>alert(1)</script><img src=x onerror=alert(1)> {Override}txet denrut "
                + $"<!channel> @everyone <@123> **bold** [a](https://evil.example) `code` \u0000\u0007 {(char)0xD800} &amp; 'quoted' \"twice\" || spoiler ||";
            var huge = nasty + new string('あ', 1_000_000);
            return Alert with
            {
                Development = "acsa-fr-jp_hostile",
                Name = huge,
                GivenName = huge,
                Sources =
                [
                    new("a1", huge, new("https://wire.example/a?b=(c)&d=<e>|f"), huge, Alert.Sources[0].Standing, "fr",
                        Alert.Sources[0].ReportedOn, [huge, nasty, nasty]),
                    .. Enumerable.Range(2, 4)
                        .Select(number => Alert.Sources[1] with { Article = $"a{number}", Title = nasty, Outlet = nasty, Evidence = [nasty] }),
                ],
            };
        }
    }
}
