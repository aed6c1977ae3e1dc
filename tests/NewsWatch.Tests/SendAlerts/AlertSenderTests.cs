using System.Text;
using System.Text.Json.Nodes;
using MimeKit;
using NewsWatch.SendAlerts;
using NewsWatch.SendAlerts.Channels;
using NewsWatch.Tests.TrackAgreement;

namespace NewsWatch.Tests.SendAlerts;

public sealed class AlertSenderTests
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYqr";

    [Fact]
    public async Task Mail_tells_who_what_and_which_sentence_proves_it()
    {
        await using var server = new LoopbackSmtp();
        using var bench = new AlertsBench([.. AlertsBench.Email(server), ("SiteAddress", "https://desk.example/")]);
        var development = await bench.NoticeAsync();
        await bench.TellAsync(development);

        using var mail = MimeMessage.Load(new MemoryStream(Encoding.UTF8.GetBytes(Assert.Single(server.Messages))));
        Assert.Equal("France–Japan: ACSA, signed (new)", mail.Subject);
        Assert.Equal("reader@desk.example", Assert.Single(mail.To.Mailboxes).Address);
        Assert.Contains("“They signed the pact on Tuesday.”", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("https://ministry.example/news/2017-01-08", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("https://desk.example/agreements/acsa-fr-jp", mail.TextBody, StringComparison.Ordinal);
        Assert.Equal("auto-generated", mail.Headers[HeaderId.AutoSubmitted]);
        Assert.Equal(DeliveryState.Sent, bench.State(development, "mail"));
    }

    [Fact]
    public async Task A_webhook_is_signed_over_id_time_and_body()
    {
        await using var hook = await LoopbackHook.StartAsync();
        using var bench = new AlertsBench(("Channels:hook:Kind", "Webhook"), ("Channels:hook:Address", hook.Address.AbsoluteUri), ("Channels:hook:Secret", Secret));
        var development = await bench.NoticeAsync();
        await bench.TellAsync(development);

        var (headers, body) = Assert.Single(hook.Posts);
        Assert.Equal(development.Id, headers["webhook-id"]);
        var expected = WebhookSignature.Sign(WebhookSignature.ParseSecret(Secret)!, headers["webhook-id"], headers["webhook-timestamp"], body);
        Assert.Equal(expected, headers["webhook-signature"]);
        var message = JsonNode.Parse(body)!;
        Assert.Equal("agreement.development", (string?)message["type"]);
        Assert.Equal("acsa-fr-jp", (string?)message["data"]!["agreement"]);
        Assert.Equal("signed", (string?)message["data"]!["stage"]);
        Assert.Equal("They signed the pact on Tuesday.", (string?)message["data"]!["sources"]![0]!["evidence"]![0]);
    }

    [Fact]
    public void A_signature_is_what_the_specification_gives_for_its_example()
        => Assert.Equal(
            "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
            WebhookSignature.Sign(
                WebhookSignature.ParseSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")!,
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                "1614265330",
                "{\"test\": 2432232314}"u8));

    [Fact]
    public async Task Chats_get_plain_text_that_holds_no_markup()
    {
        await using var hook = await LoopbackHook.StartAsync();
        using var bench = new AlertsBench(
            ("Channels:slack:Kind", "Slack"),
            ("Channels:slack:Address", hook.Address.AbsoluteUri),
            ("Channels:slack:Parties:0", "FR"),
            ("Channels:teams:Kind", "Teams"),
            ("Channels:teams:Address", hook.Address.AbsoluteUri),
            ("Channels:teams:Parties:0", "US"));
        await bench.TellAsync(await bench.NoticeAsync(Told.Acsa(AgreementStage.Signed) with { Name = "<!channel> pact & more" }));
        await bench.TellAsync(await bench.NoticeAsync(Told.Acsa(AgreementStage.Signed, null, false, "JP", "US")));

        var posts = hook.Posts.Select(post => JsonNode.Parse(post.Body)!).ToList();
        Assert.Contains("&lt;!channel&gt; pact &amp; more", (string?)posts[0]["text"], StringComparison.Ordinal);
        var card = posts.Count == 2 ? posts[1]["attachments"]![0]! : throw new InvalidOperationException($"{posts.Count} posts");
        Assert.Equal("application/vnd.microsoft.card.adaptive", (string?)card["contentType"]);
        Assert.Equal("Japan–United States: ACSA, signed (new)", (string?)card["content"]!["body"]![0]!["inlines"]![0]!["text"]);
    }

    [Fact]
    public async Task A_channel_that_failed_is_tried_again_without_repeating_the_others()
    {
        await using var server = new LoopbackSmtp();
        await using var hook = await LoopbackHook.StartAsync();
        using var bench = new AlertsBench(
            [.. AlertsBench.Email(server), ("Channels:hook:Kind", "Slack"), ("Channels:hook:Address", hook.Address.AbsoluteUri)]);
        hook.Answers.Enqueue(503);
        var development = await bench.NoticeAsync();

        var failure = await Assert.ThrowsAsync<NoticeNotSentException>(() => bench.TellAsync(development));
        Assert.Equal("channel hook: 127.0.0.1: HTTP 503", failure.Message);
        await bench.TellAsync(development);
        await bench.TellAsync(development);

        Assert.Equal(2, hook.Posts.Count);
        Assert.Single(server.Messages);
        Assert.Equal(2, bench.Record(development).Deliveries.Single(delivery => delivery.Channel == "hook").Attempts);
    }

    [Fact]
    public async Task What_a_channel_refuses_for_good_is_not_tried_again()
    {
        await using var server = new LoopbackSmtp { Refusal = "554 no thanks" };
        using var bench = new AlertsBench(AlertsBench.Email(server));
        var development = await bench.NoticeAsync();
        await bench.TellAsync(development);
        Assert.Equal(DeliveryState.GivenUp, bench.State(development, "mail"));
        Assert.Contains("554", bench.Record(development).Deliveries.Single(delivery => delivery.Channel == "mail").Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_delivered_to_two_workers_at_once_is_told_once()
    {
        await using var server = new LoopbackSmtp();
        using var bench = new AlertsBench(AlertsBench.Email(server));
        var development = await bench.NoticeAsync();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => bench.TellAsync(development))));
        Assert.Single(server.Messages);
    }

    [Fact]
    public async Task An_address_inside_is_refused_unless_the_operator_allows_it()
    {
        using var bench = new AlertsBench(("Channels:hook:Kind", "Slack"), ("Channels:hook:Address", "http://169.254.169.254/latest"));
        var development = await bench.NoticeAsync();
        await bench.TellAsync(development);
        Assert.Equal(DeliveryState.GivenUp, bench.State(development, "hook"));
    }

    [Fact]
    public async Task What_was_dismissed_before_it_was_told_is_not_told()
    {
        await using var server = new LoopbackSmtp();
        using var bench = new AlertsBench(AlertsBench.Email(server));
        var development = await bench.NoticeAsync();
        await bench.Get<ArticleStore>().UpdateAsync(
            development.Article, found => found with { Decisions = [new(Verdict.Dismissed, "a rehearsal", "Ines", DateTimeOffset.UnixEpoch)] }, default);
        await bench.Get<IStage<NewsWatch.ClassifyArticle.ArticleFlagged>>().HandleAsync(new(development.Article, "r"), default);
        await bench.TellAsync(development);
        Assert.Empty(server.Messages);
    }
}
