using NewsWatch.Notices;
using NewsWatch.Poison;
using NewsWatch.SendAlerts;
using NewsWatch.Tests.ExtractArticle.Doubles;
using NewsWatch.Tests.Notices;
using NewsWatch.Tests.TrackAgreement;

namespace NewsWatch.Tests.SendAlerts;

public sealed class AlertSenderTests
{
    [Fact]
    public async Task Mail_tells_who_what_and_which_sentence_proves_it()
    {
        await using var server = new LoopbackSmtp();
        using var bench = new AlertsBench([.. AlertsBench.Email(server), ("SiteAddress", "https://desk.example/")]);
        var development = await bench.NoticeAsync();
        await bench.TellAsync(development);

        using var mail = Assert.Single(server.Messages);
        Assert.Equal("France–Japan ACSA: signed", mail.Subject);
        Assert.StartsWith("“They signed the pact on Tuesday.”", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("An ACSA between France and Japan was signed.", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("Stage: not known before → signed", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("https://ministry.example/news/2017-01-08", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("Dossier: https://desk.example/agreements/acsa-fr-jp", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains($"Confirm or dismiss: https://desk.example/articles/{development.Article}#decide", mail.TextBody,
            StringComparison.Ordinal);
        Assert.Equal(DeliveryState.Sent, bench.State(development, "mail"));
    }

    [Fact]
    public async Task Two_pieces_of_news_in_one_article_are_told_each_with_its_own_sentence()
    {
        await using var hook = await LoopbackHook.StartAsync();
        using var bench = new AlertsBench(AlertsBench.Slack("desk", hook));
        await bench.NoticeAsync(
            Told.Acsa(AgreementStage.Signed),
                Told.Acsa(AgreementStage.Negotiating, null, false, "AU", "DE") with { Evidence = [new(0, 12, "talks")] });
        await bench.DrainAsync();
        var texts = hook.Posts.Select(post => (string?)post.Json["text"]).ToList();
        Assert.Contains("They signed the pact",
            texts.Single(text => text!.StartsWith("France–Japan ACSA: signed\n“They", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Single(texts, text
            => text!.StartsWith("Australia–Germany ACSA: talks opened\n“The ministers met", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_channel_that_failed_is_tried_again_without_repeating_the_others()
    {
        await using var server = new LoopbackSmtp();
        await using var hook = await LoopbackHook.StartAsync();
        using var bench = new AlertsBench([.. AlertsBench.Email(server), .. AlertsBench.Slack("hook", hook)]);
        hook.RetryAfter = "300";
        hook.Answers.Enqueue(503);
        await bench.NoticeAsync();
        await bench.DrainAsync();

        Assert.Equal(2, hook.Posts.Count);
        Assert.Single(server.Messages);
        var again = bench.Sent.All[^1];
        Assert.Equal((Pipeline.SendAlerts, TimeSpan.FromSeconds(300)), (again.Queue, again.Delay));
    }

    [Fact]
    public async Task What_fails_to_the_last_try_is_poison_and_a_replay_sends_it_again()
    {
        await using var hook = await LoopbackHook.StartAsync();
        using var bench = new AlertsBench([.. AlertsBench.Slack("hook", hook), ("Attempts", "3")]);
        for (var answer = 0; answer < 3; answer++)
            hook.Answers.Enqueue(500);
        var development = await bench.NoticeAsync();
        await bench.DrainAsync();
        Assert.Equal(DeliveryState.GivenUp, bench.State(development, "hook"));
        Assert.Equal(["00:00:20", "00:01:00"], bench.Sent.All.Where(message => message.Queue == Pipeline.SendAlerts).Skip(1)
            .Select(message => message.Delay.ToString("c")));
        var poison = Assert.Single(await bench.Get<PoisonDesk>().ListAsync(Pipeline.SendAlerts, 10, default));
        Assert.Contains("Channel hook, ", poison.Cause, StringComparison.Ordinal);
        Assert.Contains("given up after 3 tries", bench.Blobs.Text("operator/matters.json"), StringComparison.Ordinal);

        await bench.Sent.SendAsync(Pipeline.SendAlerts, poison.Body, TimeSpan.Zero, default);
        await bench.DrainAsync();
        Assert.Equal(DeliveryState.Sent, bench.State(development, "hook"));
        Assert.Equal(4, hook.Posts.Count);
    }

    [Fact]
    public async Task One_mailbox_that_is_refused_does_not_silence_the_others_and_the_operator_is_told_which()
    {
        await using var server = new LoopbackSmtp();
        server.Mailboxes["left@desk.example"] = "550 5.1.1 no such mailbox here";
        using var bench = new AlertsBench(
            [.. AlertsBench.Email(server), ("Channels:mail:To:1", "left@desk.example"), ("Channels:mail:To:2", "chief@desk.example")]);
        var development = await bench.NoticeAsync();
        await bench.DrainAsync();
        Assert.Equal(["reader@desk.example", "chief@desk.example"], server.Taken.Select(one => one.To));
        var refused = Assert.Single(bench.Deliveries(development, "mail"), delivery => delivery.State == DeliveryState.Refused);
        Assert.Equal("left@desk.example", refused.Recipient);
        Assert.Contains("mail, left@desk.example: refused for good", bench.Blobs.Text("operator/matters.json"), StringComparison.Ordinal);
        Assert.Empty(await bench.Get<PoisonDesk>().ListAsync(Pipeline.SendAlerts, 10, default));
    }

    [Fact]
    public async Task A_full_mailbox_is_tried_again_alone()
    {
        await using var server = new LoopbackSmtp();
        server.Mailboxes["reader@desk.example"] = "452 4.2.2 mailbox full";
        using var bench = new AlertsBench([.. AlertsBench.Email(server), ("Channels:mail:To:1", "chief@desk.example")]);
        var development = await bench.NoticeAsync();
        await bench.TellAsync(development);
        server.Mailboxes.Clear();
        bench.Time.Advance(TimeSpan.FromMinutes(1));
        await bench.TellAsync(development);
        Assert.Equal(["chief@desk.example", "reader@desk.example"], server.Taken.Select(one => one.To));
    }

    [Fact]
    public async Task A_message_delivered_to_many_workers_at_once_is_told_once()
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
        Assert.Equal(DeliveryState.Refused, bench.State(development, "hook"));
    }

    [Fact]
    public async Task What_was_dismissed_before_it_was_told_is_not_told()
    {
        await using var server = new LoopbackSmtp();
        using var bench = new AlertsBench(AlertsBench.Email(server));
        var development = await bench.NoticeAsync();
        await bench.TakeBackAsync(development);
        await bench.TellAsync(development);
        Assert.Empty(server.Messages);
    }

    [Fact]
    public async Task What_does_not_stand_is_taken_back_wherever_it_was_told_and_nowhere_else()
    {
        await using var server = new LoopbackSmtp();
        await using var hook = await LoopbackHook.StartAsync();
        server.Mailboxes["left@desk.example"] = "550 no such mailbox here";
        using var bench = new AlertsBench(
        [
            .. AlertsBench.Email(server), ("Channels:mail:To:1", "left@desk.example"), .. AlertsBench.Slack("other", hook),
                ("Channels:other:Stages:0", "in-force"),
        ]);
        var development = await bench.NoticeAsync();
        await bench.DrainAsync();
        var correction = await bench.TakeBackAsync(development);
        await bench.TellAsync(correction);
        await bench.TellAsync(correction);

        var mails = server.Messages;
        Assert.Equal(2, mails.Count);
        Assert.Equal("Correction: France–Japan ACSA: not signed", mails[1].Subject);
        Assert.Contains("Ines dismissed the article: a rehearsal.", mails[1].TextBody, StringComparison.Ordinal);
        Assert.Equal(mails[0].MessageId, mails[1].InReplyTo);
        Assert.Empty(hook.Posts);
        Assert.Equal(["Correction", "News"], (await bench.Get<OutgoingStore>().ReadAsync(null, default))
            .Select(alert => alert.Kind.ToString()));
    }

    [Fact]
    public async Task What_still_waits_is_withdrawn_rather_than_told_and_taken_back()
    {
        await using var server = new LoopbackSmtp();
        using var bench = new AlertsBench([.. AlertsBench.Email(server), ("Channels:mail:Rhythm", "Daily")]);
        var development = await bench.NoticeAsync();
        await bench.TellAsync(development);
        Assert.Equal(DeliveryState.Waiting, bench.State(development, "mail"));
        await bench.TellAsync(await bench.TakeBackAsync(development));
        bench.Time.Advance(TimeSpan.FromDays(2));
        await bench.SendDueAsync();
        Assert.Empty(server.Messages);
        Assert.Equal(DeliveryState.Withdrawn, bench.State(development, "mail"));
    }

    [Fact]
    public async Task What_was_told_in_a_digest_is_taken_back_on_its_thread_and_at_once()
    {
        await using var server = new LoopbackSmtp();
        using var bench = new AlertsBench([.. AlertsBench.Email(server), ("Channels:mail:Rhythm", "Daily")]);
        var first = await bench.NoticeAsync();
        var second = await bench.NoticeAsync(Told.Acsa(AgreementStage.Signed, null, false, "JP", "US"));
        await bench.DrainAsync();
        bench.Time.Advance(TimeSpan.FromDays(1));
        await bench.SendDueAsync();
        await bench.TellAsync(await bench.TakeBackAsync(first));
        var mails = server.Messages;
        Assert.Equal(2, mails.Count);
        Assert.StartsWith("2 developments: ", mails[0].Subject, StringComparison.Ordinal);
        Assert.Contains(mails[0].MessageId!, mails[1].References);
        Assert.Equal(DeliveryState.Sent, bench.State(second, "mail"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public async Task A_worker_killed_at_any_write_leaves_nobody_untold_and_nobody_told_under_two_ids(int step)
    {
        await using var hook = await LoopbackHook.StartAsync();
        using var bench = new AlertsBench([.. AlertsBench.Slack("hook", hook), ("Timeout", "00:00:01")]);
        var development = await bench.NoticeAsync();
        bench.Skip();
        bench.Crashes.Restart(step);
        try
        {
            await bench.TellAsync(development);
        }
        catch (CrashException)
        {
            bench.Time.Advance(TimeSpan.FromMinutes(5));
        }
        bench.Crashes.Restart(0);
        await bench.TellAsync(development);
        await bench.DrainAsync();
        await bench.TellAsync(development);
        Assert.Equal(development.Id, Assert.Single(hook.Posts.Select(post => post.Headers["idempotency-key"]).Distinct()));
        Assert.Equal(DeliveryState.Sent, bench.State(development, "hook"));
        Assert.InRange(hook.Posts.Count, 1, 2);
        Assert.Single(await bench.Get<OutgoingStore>().ReadAsync(null, default));
    }
}
