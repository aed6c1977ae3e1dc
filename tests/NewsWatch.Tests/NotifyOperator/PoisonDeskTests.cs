using NewsWatch.NotifyOperator;
using NewsWatch.Storage;
using NewsWatch.Tests.Review;

namespace NewsWatch.Tests.NotifyOperator;

public sealed class PoisonDeskTests
{
    [Fact]
    public async Task One_message_is_tried_again_and_another_thrown_away_while_the_rest_stays()
    {
        await using var site = await TestSite.StartAsync();
        var (desk, queues) = (site.Get<PoisonDesk>(), site.Get<IQueues>());
        foreach (var body in new[] { "one", "two", "three" })
            await queues.SendAsync(Pipeline.Poison(Pipeline.SendAlerts), body, TimeSpan.Zero, default);
        var failure = new InvalidOperationException("no such dossier\nat all");
        await site.Get<PoisonCauses>().KeepAsync(Pipeline.SendAlerts, "two", failure, default);
        var listed = await desk.ListAsync(Pipeline.SendAlerts, 10, default);
        var told = listed.Single(message => message.Cause is not null);
        Assert.Equal(("two", "InvalidOperationException: no such dossier"), (told.Body, told.Cause));
        Assert.Equal(["one", "three", "two"], listed.Select(message => message.Body).Order());

        var replayed = await desk.ReplayAsync(Pipeline.SendAlerts, listed.Single(message => message.Body == "two").Id, default);
        Assert.Equal("two", Assert.Single(replayed).Body);
        Assert.Null(await site.Get<PoisonCauses>().ReadAsync(Pipeline.SendAlerts, "two", default));
        Assert.Equal("two", Assert.Single(await queues.ReceiveAsync(Pipeline.SendAlerts, 10, TimeSpan.FromMinutes(1), default)).Body);
        Assert.Single(await desk.DiscardAsync(Pipeline.SendAlerts, listed.Single(message => message.Body == "one").Id, default));
        Assert.Equal("three", Assert.Single(await desk.ListAsync(Pipeline.SendAlerts, 10, default)).Body);
        Assert.Empty(await desk.ReplayAsync(Pipeline.SendAlerts, "no such message", default));
    }
}
