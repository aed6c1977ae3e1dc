using System.Globalization;
using NewsWatch.Tests.PollFeeds.Doubles;

namespace NewsWatch.Tests.PollFeeds.Intake;

/// <summary>A cosmetic edit is none; a real one is always followed, at a slower pace if there are many.</summary>
public sealed class EditTests : IDisposable
{
    private readonly PollBench bench = new(("MinInterval", "00:05:00"), ("DefaultInterval", "00:10:00"));

    public void Dispose() => bench.Dispose();

    private async Task<int> PollAsync(TimeSpan later, string title, string text)
    {
        bench.Clock.Advance(later);
        bench.Web.Serve(PollBench.Address, $"<rss version=\"2.0\"><channel><title>W</title><item><guid>x</guid><link>https://wire.example/x</link><title>{title}</title><description>{text}</description></item></channel></rss>");
        if ((await bench.StateAsync()).NextCheck is null)
            await bench.WatchAsync(PollBench.Address);
        await bench.PollAsync();
        return bench.Found.Count;
    }

    [Theory]
    [InlineData("{0} comments", "Talks go on.")]
    [InlineData("Talks", "Talks go on. Printed at {0}:15 o'clock")]
    [InlineData("Talks", "Talks go on. Ticket a{0}f3")]
    public async Task A_counter_a_clock_or_a_token_is_followed_once_and_then_ever_more_rarely(string title, string text)
    {
        var announced = 0;
        for (var poll = 0; poll < 48; poll++)
            announced = await PollAsync(TimeSpan.FromHours(1), Fill(title, poll), Fill(text, poll));
        Assert.InRange(announced, 3, 9);
        Assert.Equal(announced + 1, await PollAsync(TimeSpan.FromHours(1), Fill(title, 99), Fill(text, 99) + " The paper was signed."));

        static string Fill(string form, int number) => form.Replace("{0}", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_edits_in_words_slow_the_pace_but_the_last_one_is_always_read()
    {
        string[] words = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen"];
        var announced = 0;
        foreach (var word in words)
            announced = await PollAsync(TimeSpan.FromMinutes(11), "Talks", $"Talks go on in room {word}.");
        Assert.Equal(12, announced);
        Assert.Equal(announced + 1, await PollAsync(TimeSpan.FromDays(1), "Talks", "Talks go on in room fifteen."));
        Assert.Equal(announced + 1, await PollAsync(TimeSpan.FromDays(1), "Talks", "Talks go on in room fifteen."));
    }

    [Fact]
    public async Task A_restless_title_does_not_slow_what_the_text_says()
    {
        var announced = 0;
        for (var poll = 0; poll < 16; poll++)
            announced = await PollAsync(TimeSpan.FromMinutes(11), $"Talks, said {new string((char)('a' + poll), 3)}", "Talks go on.");
        Assert.Equal(announced + 1, await PollAsync(TimeSpan.FromMinutes(11), "Talks, said xyz", "The paper was signed."));
    }

    [Fact]
    public async Task One_change_of_a_number_alone_is_read()
    {
        await PollAsync(TimeSpan.Zero, "Talks", "To be signed on 3 May.");
        Assert.Equal(2, await PollAsync(TimeSpan.FromHours(1), "Talks", "To be signed on 4 May."));
    }
}
