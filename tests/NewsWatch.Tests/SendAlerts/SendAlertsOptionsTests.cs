using Microsoft.Extensions.Options;
using NewsWatch.Notices;
using NewsWatch.SendAlerts;

namespace NewsWatch.Tests.SendAlerts;

public sealed class SendAlertsOptionsTests
{
    private static readonly string[] Slack = ["Channels:desk:Kind", "Slack", "Channels:desk:Address", "https://hooks.example/x"];

    [Theory]
    [InlineData("Channels:desk:Kind must be one of Email, Webhook, Slack, Teams, Discord, Ntfy.", "Channels:desk:To:0", "a@b.example")]
    [InlineData("Channels:desk:To must list at least one mail address.", "Channels:desk:Kind", "Email")]
    [InlineData("Channels:desk:To:0 'desk' is no mail address.", "Channels:desk:Kind", "Email", "Channels:desk:To:0", "desk")]
    [InlineData("Channels:desk:Address must be an absolute http or https address.", "Channels:desk:Kind", "Slack")]
    [InlineData("Channels:desk:Address must be an absolute http or https address.", "Channels:desk:Kind", "Discord", "Channels:desk:Address", "/hook")]
    [InlineData(
        "Channels:desk:Address must be an ntfy topic such as https://ntfy.sh/my-topic.", "Channels:desk:Kind", "Ntfy", "Channels:desk:Address", "https://ntfy.sh/")]
    [InlineData("Channels:desk:Secret must be whsec_ and the base64 of 24 to 64 bytes.", "Channels:desk:Kind", "Webhook", "Channels:desk:Secret", "hunter2")]
    [InlineData("Channels:Desk must be named in lower-case letters, digits and hyphens.", "Channels:Desk:Kind", "Slack")]
    [InlineData("Email:From must be the sender's mail address.", "Channels:desk:Kind", "Email", "Channels:desk:To:0", "a@b.example", "Email:Host", "smtp.example")]
    [InlineData("Timeout must be from 1 second to 2 minutes.", "Timeout", "00:10:00")]
    [InlineData("Attempts must be from 1 to 20.", "Attempts", "0")]
    public void A_channel_that_cannot_work_is_refused_by_its_key(string fault, params string[] settings)
        => AssertRefused<NoticesOptions>(fault, settings);

    [Theory]
    [InlineData("Channels:desk:Types:0 'acsaa' is no type of agreement; did you mean 'acsa'?.", "Types:0", "acsaa")]
    [InlineData("Channels:desk:Stages:0 'sigend' is no stage; did you mean 'signed'?.", "Stages:0", "sigend")]
    [InlineData("Channels:desk:Parties:0 'Japn' is no party; write Japan or JP, or FR+JP for both; did you mean 'Japan'?.", "Parties:0", "Japn")]
    [InlineData("Channels:desk:Parties:0 'XQ' is no party; write Japan or JP, or FR+JP for both.", "Parties:0", "FR+XQ")]
    [InlineData("Channels:desk:Regions:0 'nordics' is no region; did you mean 'nordic'?.", "Regions:0", "nordics")]
    [InlineData("Channels:desk:Languages:0 'french' is no language; write the code, such as ja.", "Languages:0", "french")]
    [InlineData("Channels:desk:Standing 'ministery' is no standing of a source; did you mean 'ministry'?.", "Standing", "ministery")]
    [InlineData("Channels:desk:Origins must be from 1 to 20.", "Origins", "0")]
    [InlineData("Channels:desk:Score must be from 0 to 1.", "Score", "90")]
    [InlineData("Channels:desk:At must be a time of day such as 07:30.", "At", "8 o'clock")]
    [InlineData("Channels:desk:QuietHours must be two times of day such as 22:00-07:00.", "QuietHours", "night")]
    [InlineData("Channels:desk:TimeZone 'Europe/Pariss' is no time zone; write one such as Europe/Paris.", "TimeZone", "Europe/Pariss")]
    [InlineData("Channels:desk:Urgent:0 'war' is no stage.", "Urgent:0", "war")]
    [InlineData("Channels:desk:Watch:0 'a pact' is neither an agreement's id nor a pair of parties such as FR+JP.", "Watch:0", "a pact")]
    public void A_subscription_that_cannot_work_is_refused_by_its_key(string fault, string key, string value)
        => AssertRefused<SendAlertsOptions>(fault.Replace("?.", "?", StringComparison.Ordinal), [.. Slack, $"Channels:desk:{key}", value]);

    [Theory]
    [InlineData("FeedEntries must be from 1 to 1000.", "FeedEntries", "0")]
    [InlineData("Burst must be from 1 to 1000.", "Burst", "0")]
    [InlineData("SiteAddress must be an absolute http or https address.", "SiteAddress", "desk.example")]
    [InlineData("Views:pacific:Regions:0 'pacific' is no region; did you mean 'indo-pacific'?", "Views:pacific:Regions:0", "pacific")]
    public void A_setting_of_all_is_refused_by_its_key(string fault, params string[] settings)
        => AssertRefused<SendAlertsOptions>(fault, settings);

    private static void AssertRefused<T>(string fault, string[] settings)
        where T : class
    {
        using var bench = new AlertsBench([.. settings.Chunk(2).Select(pair => (pair[0], pair[1]))]);
        var refusal = Assert.Throws<OptionsValidationException>(() => bench.Get<IOptions<T>>().Value);
        Assert.Contains("NewsWatch:SendAlerts:" + fault, refusal.Failures);
    }
}
