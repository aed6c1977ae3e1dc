using Microsoft.Extensions.Options;
using NewsWatch.SendAlerts;

namespace NewsWatch.Tests.SendAlerts;

public sealed class SendAlertsOptionsTests
{
    [Theory]
    [InlineData("Channels:desk:Kind must be one of Email, Webhook, Slack, Teams.", "Channels:desk:To:0", "a@b.example")]
    [InlineData("Channels:desk:To must list at least one mail address.", "Channels:desk:Kind", "Email")]
    [InlineData("Channels:desk:Address must be an absolute http or https address.", "Channels:desk:Kind", "Slack")]
    [InlineData("Channels:desk:Secret must be whsec_ and the base64 of 24 to 64 bytes.", "Channels:desk:Kind", "Webhook", "Channels:desk:Secret", "hunter2")]
    [InlineData("Channels:desk:Types:0 'acsaa' is no type of agreement.", "Channels:desk:Kind", "Slack", "Channels:desk:Types:0", "acsaa")]
    [InlineData("Channels:desk:Stages:0 'inked' is no stage.", "Channels:desk:Kind", "Slack", "Channels:desk:Stages:0", "inked")]
    [InlineData("Channels:desk:Parties:0 'Japan!' is no party; write JP, or FR+JP for both.", "Channels:desk:Kind", "Slack", "Channels:desk:Parties:0", "Japan!")]
    [InlineData("Email:From must be the sender's mail address.", "Channels:desk:Kind", "Email", "Channels:desk:To:0", "a@b.example", "Email:Host", "smtp.example")]
    [InlineData("Timeout must be from 1 second to 2 minutes.", "Timeout", "00:10:00")]
    [InlineData("FeedEntries must be from 1 to 1000.", "FeedEntries", "0")]
    public void A_setting_that_cannot_work_is_refused_by_its_key(string fault, params string[] settings)
    {
        using var bench = new AlertsBench([.. settings.Chunk(2).Select(pair => (pair[0], pair[1]))]);
        var refusal = Assert.Throws<OptionsValidationException>(() => bench.Get<IOptions<SendAlertsOptions>>().Value);
        Assert.Contains("NewsWatch:SendAlerts:" + fault, refusal.Failures);
    }
}
