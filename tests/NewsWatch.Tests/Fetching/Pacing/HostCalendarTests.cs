using NewsWatch.Fetching.Pacing;

namespace NewsWatch.Tests.Fetching.Pacing;

public sealed class HostCalendarTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly HostAsk Ask = new("one", Second, 2, 2 * Second);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void However_many_ask_beginnings_keep_their_distance_and_places_their_number(int seed)
    {
        var random = new Random(seed);
        var (calendar, now, starts) = (new HostCalendar(), Noon, new List<DateTimeOffset>());
        var underWay = new List<(string Id, DateTimeOffset Start, DateTimeOffset End)>();
        for (var step = 0; step < 2000; step++)
        {
            now += TimeSpan.FromMilliseconds(random.Next(400));
            foreach (var over in underWay.Where(one => one.End <= now))
                calendar = calendar.End(over.Id, over.End - over.Start);
            var ask = Ask with
            {
                Id = $"{step}",
                IsPatient = random.Next(8) == 0,
                HasNumber = random.Next(3) == 0,
                Hold = TimeSpan.FromSeconds(35),
            };
            (calendar, var answer) = calendar.Ask(ask, now);
            if (answer is not HostAnswer.Start { At: var start })
                continue;
            Assert.True(ask.IsPatient || start <= now + HostCalendar.ShortWait);
            Assert.All(starts, other => Assert.True((start - other).Duration() >= Second));
            Assert.InRange(underWay.Count(one => one.End > start), 0, 1);
            starts.Add(start);
            underWay.Add((ask.Id, start, start + TimeSpan.FromMilliseconds(random.Next(6000))));
        }
        Assert.InRange(starts.Count, 50, 2000);
    }

    [Fact]
    public void A_place_that_nothing_more_is_heard_of_lapses_just_when_the_spacing_lets_the_next_begin()
    {
        var (calendar, now) = (new HostCalendar(), Noon);
        for (var number = 0; number < 10; number++, now += Second)
            Assert.Equal(now, Assert.IsType<HostAnswer.Start>(Take(Ask with { Id = $"{number}" })).At);
        Assert.InRange(calendar.Places.Count, 1, 3);

        HostAnswer Take(HostAsk ask)
        {
            (calendar, var answer) = calendar.Ask(ask, now);
            return answer;
        }
    }

    [Fact]
    public void Where_a_host_is_slow_numbers_are_as_far_apart_as_it_is_slow()
    {
        var ask = Ask with { Hold = TimeSpan.FromSeconds(35) };
        var calendar = new HostCalendar { Took = TimeSpan.FromSeconds(20) }.Ask(ask, Noon).After;
        calendar = calendar.Ask(ask with { Id = "two" }, Noon + Second).After;
        (calendar, var first) = calendar.Ask(ask with { Id = "three" }, Noon + (2 * Second));
        (_, var second) = calendar.Ask(ask with { Id = "four" }, Noon + (2 * Second));
        Assert.Equal(TimeSpan.FromSeconds(10), ((HostAnswer.Again)second).At - ((HostAnswer.Again)first).At);
    }

    [Fact]
    public void Being_told_to_come_again_for_a_moment_changes_nothing()
    {
        var calendar = new HostCalendar { Next = Noon + (5 * Second), Line = Noon + (20 * Second) };
        var (after, answer) = calendar.Ask(Ask with { HasNumber = true }, Noon);
        Assert.Same(calendar, after);
        Assert.Equal(Noon + (5 * Second), ((HostAnswer.Again)answer).At);
    }

    [Fact]
    public void What_a_wrong_clock_has_written_is_not_waited_for()
    {
        var ahead = Noon.AddYears(1);
        var calendar = new HostCalendar
        {
            Next = ahead,
            Line = ahead,
            PausedUntil = ahead,
            Places = [new("a", ahead, ahead, ahead), new("b", ahead, ahead, ahead)],
        };
        Assert.Equal(Noon, Assert.IsType<HostAnswer.Start>(calendar.Ask(Ask, Noon).Answer).At);
    }

    [Fact]
    public void A_pause_goes_before_everything()
    {
        var calendar = new HostCalendar { PausedUntil = Noon + TimeSpan.FromMinutes(1) };
        Assert.Equal(new HostAnswer.Paused(Noon + TimeSpan.FromMinutes(1)), calendar.Ask(Ask with { IsPatient = true }, Noon).Answer);
    }
}
