using NewsWatch.Poison;
using NewsWatch.Storage;
using NewsWatch.Tests.Review;

namespace NewsWatch.Tests.Poison;

public sealed class PoisonDeskTests
{
    [Fact]
    public async Task One_message_is_tried_again_and_another_thrown_away_while_the_rest_stays()
    {
        await using var site = await TestSite.StartAsync();
        var (desk, queues) = (site.Get<PoisonDesk>(), site.Get<IQueues>());
        foreach (var body in new[] { "one", "two" })
            await queues.SendAsync(Pipeline.Poison(Pipeline.SendAlerts), body, TimeSpan.Zero, default);
        await desk.KeepAsync(Pipeline.SendAlerts, "three", "IOException: the disk is full", default);
        var listed = await desk.ListAsync(Pipeline.SendAlerts, 10, default);
        Assert.Equal(["one", "three", "two"], listed.Select(message => message.Body).Order());
        Assert.Equal("IOException: the disk is full", listed.Single(message => message.Body == "three").Cause);

        foreach (var body in new[] { "two", "three" })
        {
            var replayed = await desk.ReplayAsync(Pipeline.SendAlerts, listed.Single(message => message.Body == body).Id, default);
            Assert.Equal(body, Assert.Single(replayed).Body);
            var message = Assert.Single(await queues.ReceiveAsync(Pipeline.SendAlerts, 10, TimeSpan.FromMinutes(1), default));
            Assert.Equal(body, message.Body);
            await queues.CompleteAsync(message, default);
        }
        Assert.Equal("one", Assert.Single(await desk.DiscardAsync(Pipeline.SendAlerts, null, default)).Body);
        Assert.Empty(await desk.ListAsync(Pipeline.SendAlerts, 10, default));
        Assert.Empty(await desk.ReplayAsync(Pipeline.SendAlerts, "no such message", default));
        Assert.Equal(0, await desk.CountAsync(Pipeline.SendAlerts, default));
    }

    [Fact]
    public async Task The_same_text_given_up_again_is_one_and_looking_moves_nothing()
    {
        await using var site = await TestSite.StartAsync();
        var (desk, queues) = (site.Get<PoisonDesk>(), site.Get<IQueues>());
        foreach (var cause in new[] { "first cause", "second cause" })
            await desk.KeepAsync(Pipeline.ExtractArticle, "{}", cause, default);
        await queues.SendAsync(Pipeline.Poison(Pipeline.ExtractArticle), "{}", TimeSpan.Zero, default);
        for (var look = 1; look <= 2; look++)
        {
            var message = Assert.Single(await desk.ListAsync(Pipeline.ExtractArticle, 10, default));
            Assert.Equal(("second cause", 2), (message.Cause, message.Times));
        }
        Assert.Equal(1, await queues.CountAsync(Pipeline.Poison(Pipeline.ExtractArticle), default));
        Assert.Single(await desk.ReplayAsync(Pipeline.ExtractArticle, null, default));
        Assert.Equal(1, await queues.CountAsync(Pipeline.ExtractArticle, default));
    }
}
