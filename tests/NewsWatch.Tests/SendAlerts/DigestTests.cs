using NewsWatch.Notices;
using NewsWatch.Tests.Notices;
using NewsWatch.Tests.TrackAgreement;
using NewsWatch.TrackAgreement;

namespace NewsWatch.Tests.SendAlerts;

public sealed class DigestTests
{
    private static readonly string[] Partners = ["AU", "CA", "DE", "ES", "FI", "GR", "IT"];

    [Fact]
    public async Task A_first_pass_goes_into_one_digest_once_it_is_over()
    {
        await using var server = new LoopbackSmtp();
        using var bench = new AlertsBench(isFirstPass: true, AlertsBench.Email(server));
        var developments = await NoticeAsync(bench, 7);
        await bench.DrainAsync();
        await bench.SendDueAsync();
        Assert.Empty(server.Messages);
        await bench.SendDueAsync(passIsDone: true);
        using var mail = Assert.Single(server.Messages);
        Assert.StartsWith("7 developments: ", mail.Subject, StringComparison.Ordinal);
        Assert.All(developments, development => Assert.Equal(DeliveryState.Sent, bench.State(development, "mail")));

        await bench.TellAsync(await bench.NoticeAsync());
        Assert.Equal("France–Japan ACSA: signed", server.Messages[1].Subject);
    }

    [Fact]
    public async Task More_than_a_burst_within_an_hour_is_gathered()
    {
        await using var server = new LoopbackSmtp();
        using var bench = new AlertsBench([.. AlertsBench.Email(server), ("Burst", "3")]);
        await NoticeAsync(bench, 7);
        await bench.DrainAsync();
        Assert.Equal(3, server.Messages.Count);
        bench.Time.Advance(TimeSpan.FromMinutes(61));
        await bench.SendDueAsync();
        Assert.StartsWith("4 developments: ", Assert.Single(server.Messages.Skip(3)).Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_learned_late_is_gathered_for_one_digest_and_told_as_that()
    {
        await using var server = new LoopbackSmtp();
        using var bench = new AlertsBench(AlertsBench.Email(server));
        foreach (var development in await NoticeAsync(bench, 4))
            await bench.TellAsync(development with { Kind = DevelopmentKind.Late });
        await bench.SendDueAsync();
        Assert.Empty(server.Messages);
        bench.Time.Advance(TimeSpan.FromHours(24));
        await bench.SendDueAsync();
        Assert.StartsWith("4 stages learned late: Learned late: ", Assert.Single(server.Messages).Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quiet_hours_delay_all_but_what_is_urgent_and_lose_nothing()
    {
        await using var server = new LoopbackSmtp();
        using var bench = new AlertsBench(
            [.. AlertsBench.Email(server), ("Channels:mail:QuietHours", "11:00-14:00"), ("Channels:mail:Urgent:0", "terminated")]);
        var signed = await bench.NoticeAsync();
        await bench.NoticeAsync(Told.Acsa(AgreementStage.Terminated, null, false, "AU", "JP"));
        await bench.DrainAsync();
        Assert.Equal("Australia–Japan ACSA: terminated", Assert.Single(server.Messages).Subject);
        Assert.Equal(DeliveryState.Waiting, bench.State(signed, "mail"));
        bench.Time.Advance(TimeSpan.FromMinutes(121));
        await bench.SendDueAsync();
        Assert.Equal("France–Japan ACSA: signed", Assert.Single(server.Messages.Skip(1)).Subject);
    }

    [Fact]
    public async Task What_needs_two_origins_waits_for_the_second()
    {
        await using var server = new LoopbackSmtp();
        using var bench = new AlertsBench([.. AlertsBench.Email(server), ("Channels:mail:Origins", "2")]);
        var development = await bench.NoticeAsync();
        await bench.TellAsync(development);
        bench.Time.Advance(TimeSpan.FromMinutes(31));
        await bench.SendDueAsync();
        Assert.Empty(server.Messages);
        var second = Told.On("2017-01-08", "gazette", Told.Acsa(AgreementStage.Signed));
        await bench.Get<ArticleStore>().CreateAsync(second, default);
        await bench.Get<IStage<NewsWatch.ClassifyArticle.ArticleFlagged>>().HandleAsync(new(second.Id, "r"), default);
        bench.Time.Advance(TimeSpan.FromMinutes(31));
        await bench.SendDueAsync();
        Assert.Contains("2 independent origins", Assert.Single(server.Messages).TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_digest_whose_server_is_down_is_sent_later_and_once()
    {
        await using var server = new LoopbackSmtp { Outages = 3 };
        using var bench = new AlertsBench([.. AlertsBench.Email(server), ("Channels:mail:Rhythm", "Hourly")]);
        await NoticeAsync(bench, 2);
        await bench.DrainAsync();
        bench.Time.Advance(TimeSpan.FromHours(1));
        for (var tick = 0; tick < 30; tick++)
        {
            await bench.SendDueAsync();
            bench.Time.Advance(TimeSpan.FromSeconds(30));
        }
        Assert.Single(server.Messages);
        Assert.Equal(4, server.Tries);
    }

    private static async Task<List<Development>> NoticeAsync(AlertsBench bench, int count)
    {
        var developments = new List<Development>();
        foreach (var partner in Partners.Take(count))
            developments.Add(await bench.NoticeAsync(Told.Acsa(AgreementStage.Signed, null, false, "JP", partner)));
        return developments;
    }
}
