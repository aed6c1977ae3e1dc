using Microsoft.Extensions.Configuration;
using NewsWatch.Cli;
using NewsWatch.Cli.Hosting;

namespace NewsWatch.Tests.Cli;

public sealed class PollScheduleTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Six_fields_are_read_seconds_first()
        => Assert.Equal(TimeSpan.FromSeconds(10), Read("*/10 * * * * *").Until(Noon));

    [Fact]
    public void Without_a_setting_the_default_holds()
        => Assert.Equal(TimeSpan.FromMinutes(5), Read(null).Until(Noon));

    [Theory]
    [InlineData("*/5 * * * *")]
    [InlineData("often")]
    public void Anything_else_is_refused_by_the_name_of_its_key(string text)
    {
        var refusal = Assert.Throws<UsageException>(() => Read(text));
        Assert.StartsWith($"PollSchedule is \"{text}\", which is not a schedule of six fields", refusal.Message, StringComparison.Ordinal);
    }

    private static PollSchedule Read(string? text)
        => PollSchedule.Read(new ConfigurationBuilder().AddInMemoryCollection([new(PollSchedule.Key, text)]).Build());
}
