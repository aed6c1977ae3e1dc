using System.Text;
using MimeKit;
using NewsWatch.Notices;
using NewsWatch.Notices.Channels.Webhook;

namespace NewsWatch.Tests.Notices;

public sealed class WebhookChannelTests : HttpChannelContract
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYqr";

    protected override string Kind => "Webhook";

    private protected override (string Key, string Value)[] More => [("Channels:desk:Secret", Secret)];

    private protected override void Check(HookPost post, Notice notice)
    {
        Assert.Equal(notice.Id, post.Headers[WebhookSignature.IdHeader]);
        var expected = WebhookSignature.Sign(
            WebhookSignature.ParseSecret(Secret)!, notice.Id, post.Headers[WebhookSignature.TimestampHeader], post.Body);
        Assert.Equal(expected, post.Headers[WebhookSignature.SignatureHeader]);
        Assert.InRange(post.Body.Length, 1, 256 * 1024);
        Schemas.Validate(Schemas.Webhook, post.Json);
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
}

public sealed class SlackChannelTests : HttpChannelContract
{
    protected override string Kind => "Slack";

    private protected override void Check(HookPost post, Notice notice)
    {
        Schemas.Validate(Schemas.Read("slack"), post.Json);
        // Nothing from outside is read as a mention or a link; our own links are the only angle brackets.
        var markup = post.Json["blocks"]!.AsArray().Select(block => block!["text"]!).Where(text => (string?)text["type"] == "mrkdwn")
            .Select(text => text["text"]!.GetValue<string>()).ToList();
        Assert.All(markup, text => Assert.DoesNotMatch("<(?!https?://)", text));
        if (notice.Items.Count == 1)
            Assert.Equal(1, Schemas.Texts(post.Json["blocks"]).Split(notice.Items[0].Heading[..20]).Length - 1);
    }
}

public sealed class TeamsChannelTests : HttpChannelContract
{
    protected override string Kind => "Teams";

    private protected override void Check(HookPost post, Notice notice)
    {
        Schemas.Validate(Schemas.Read("teams"), post.Json);
        Assert.InRange(post.Body.Length, 1, 28 * 1024);
    }
}

public sealed class DiscordChannelTests : HttpChannelContract
{
    protected override string Kind => "Discord";

    private protected override void Check(HookPost post, Notice notice)
    {
        Schemas.Validate(Schemas.Read("discord"), post.Json);
        Assert.Empty(post.Json["allowed_mentions"]!["parse"]!.AsArray());
        var embeds = post.Json["embeds"]!.AsArray();
        var characters = embeds.Sum(embed
            => new[] { embed!["title"], embed["description"], embed["footer"]?["text"] }.Sum(text => text?.GetValue<string>().Length ?? 0));
        Assert.InRange(characters, 1, 6000);
        Assert.All(embeds, embed => Assert.DoesNotMatch(@"(?<!\\)@everyone", embed!["description"]!.GetValue<string>()));
    }
}

public sealed class NtfyChannelTests : HttpChannelContract
{
    protected override string Kind => "Ntfy";

    protected override string Path => "desk-T000";

    protected override IReadOnlyList<string> Secrets => ["T000", "tk_s3cret"];

    private protected override (string Key, string Value)[] More => [("Channels:desk:Token", "tk_s3cret")];

    private protected override void Check(HookPost post, Notice notice)
    {
        Assert.Equal("/", post.Path);
        Assert.Equal("Bearer tk_s3cret", post.Headers["authorization"]);
        Schemas.Validate(Schemas.Read("ntfy"), post.Json);
        Assert.InRange(Encoding.UTF8.GetByteCount(post.Json["message"]!.GetValue<string>()), 1, 4096);
    }
}

public sealed class EmailChannelTests : ChannelContract
{
    private LoopbackSmtp server = null!;

    protected override IReadOnlyList<string> Secrets => [];

    protected override TimeSpan? AskedFor => null;

    private protected override (string Key, string Value)[] Settings => NoticesBench.Email(server, "reader@desk.example");

    protected override Task StartAsync()
    {
        server = LoopbackSmtp.Start();
        return Task.CompletedTask;
    }

    protected override async Task StopAsync() => await server.DisposeAsync();

    protected override void Refuse() => server.Mailboxes["reader@desk.example"] = "550 5.1.1 no such mailbox";

    protected override void BeBusy() => server.Mailboxes["reader@desk.example"] = "451 4.7.1 come back later";

    protected override void Fail() => server.Outages = 1;

    protected override void Hang() => server.Hangs = true;

    private protected override string Received(Notice notice)
    {
        using var mail = Assert.Single(server.Messages);
        Assert.Equal(notice.Subject, mail.Subject);
        Assert.Equal("reader@desk.example", Assert.Single(mail.To.Mailboxes).Address);
        Assert.Equal("alerts@desk.example", Assert.Single(mail.From.Mailboxes).Address);
        Assert.Null(mail.Headers[HeaderId.Bcc]);
        Assert.Equal("auto-generated", mail.Headers[HeaderId.AutoSubmitted]);
        Assert.Equal("NewsWatch desk <desk.newswatch.desk.example>", mail.Headers[HeaderId.ListId]);
        Assert.Equal("<mailto:alerts@desk.example?subject=unsubscribe%20desk>", mail.Headers[HeaderId.ListUnsubscribe]);
        Assert.All(server.Taken[0].Text.AsSpan().ToArray()
            .Aggregate(new List<int> { 0 }, Lengths), length => Assert.InRange(length, 0, 998));
        // Nothing tells whether it was read, and nothing runs.
        Assert.DoesNotMatch("(?i)<(img|script|link|iframe|object|form)|\\son[a-z]+\\s*=\\s*[^&]|url\\(", Parsed(mail.HtmlBody!));
        return $"{mail.Subject}\n{mail.TextBody}\n{mail.HtmlBody}";
    }

    [Fact]
    public async Task A_correction_answers_what_it_corrects_on_the_thread_of_the_agreement()
    {
        using var bench = new NoticesBench(Settings);
        await bench.TryAsync(SampleNotices.Tame);
        await bench.TryAsync(SampleNotices.Correction);
        var mails = server.Messages;
        Assert.Equal(mails[0].MessageId, mails[1].InReplyTo);
        Assert.Equal([mails[0].References[0], mails[0].MessageId!], mails[1].References);
        Assert.NotEqual(mails[0].MessageId, mails[1].MessageId);
    }

    [Fact]
    public async Task The_same_notice_sent_again_has_the_same_id()
    {
        using var bench = new NoticesBench(Settings);
        await bench.TryAsync(SampleNotices.Tame);
        await bench.TryAsync(SampleNotices.Tame);
        Assert.Equal(server.Messages[0].MessageId, server.Messages[1].MessageId);
    }

    private static List<int> Lengths(List<int> lengths, byte next)
    {
        if (next == '\n')
            lengths.Add(0);
        else
            lengths[^1]++;
        return lengths;
    }

    /// <summary>Only what a reader takes for markup: the text of elements is left out.</summary>
    private static string Parsed(string html)
    {
        var document = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html);
        return string.Join('\n', document.All.Select(element => ((AngleSharp.Dom.INode)element).Clone(false))
            .OfType<AngleSharp.Dom.IElement>().Select(element => element.OuterHtml));
    }
}
