using System.Text;
using Microsoft.Extensions.Configuration;
using NewsWatch.Review;
using NewsWatch.SettingsCheck;

namespace NewsWatch.Tests.SettingsCheck;

public sealed class SettingsCheckerTests
{
    private static readonly KnownSettings Known = new([typeof(NewsWatchServices).Assembly, typeof(ReviewOptions).Assembly],
        ["NewsWatch:Storage:Local"]);

    [Theory]
    [InlineData("""{"SendAlerts": {"Channels": {}, "SiteAddress": null}}""")]
    [InlineData("""{"SendAlerts": {"Channels": {"desk": {"Kind": "slack", "Types": ["acsa"], "On": "Friday", "Timeout": null}}}}""", "NewsWatch:SendAlerts:Channels:desk:Timeout is no setting.")]
    [InlineData("""{"SendAlert": {"Burst": 3}}""", "NewsWatch:SendAlert is no setting; did you mean 'SendAlerts'?")]
    [InlineData("""{"SendAlerts": {"Chanels": {"desk": {}}, "Brust": 3}}""",
        "NewsWatch:SendAlerts:Brust is no setting; did you mean 'Burst'?")]
    [InlineData("""{"SendAlerts": {"Channels": {"desk": {"Kind": "Pigeon"}}}}""",
        "NewsWatch:SendAlerts:Channels:desk:Kind must be one of Email, Webhook, Slack, Teams, Discord, Ntfy, not 'Pigeon'.")]
    [InlineData("""{"SendAlerts": {"Channels": {"desk": {"Kind": "Emial"}}}}""",
        "NewsWatch:SendAlerts:Channels:desk:Kind must be one of Email, Webhook, Slack, Teams, Discord, Ntfy, not 'Emial'; did you mean 'Email'?")]
    [InlineData("""{"SendAlerts": {"Channels": {"desk": {"About": ["fedes"]}}}}""",
        "NewsWatch:SendAlerts:Channels:desk:About:0 must be one of Developments, Feeds, Operator, not 'fedes'; did you mean 'Feeds'?")]
    [InlineData("""{"SendAlerts": {"Channels": {"desk": {"Party": ["JP"]}}}}""", "NewsWatch:SendAlerts:Channels:desk:Party is no setting.")]
    [InlineData("""{"SendAlerts": {"Channels": {"desk": {"Types": "acsa"}}}}""", "NewsWatch:SendAlerts:Channels:desk:Types must be a list, not 'acsa'.")]
    [InlineData("""{"SendAlerts": {"Timeout": "soon"}}""", "NewsWatch:SendAlerts:Timeout must be a time such as 00:00:30, not 'soon'.")]
    [InlineData("""{"SendAlerts": {"Timeout": ["00:00:30"]}}""", "NewsWatch:SendAlerts:Timeout must be one value, not a list.")]
    [InlineData("""{"PollFeeds": {"MaxEntries": "many"}}""", "NewsWatch:PollFeeds:MaxEntries must be a number, not 'many'.")]
    [InlineData("""{"ClassifyArticle": {"SecondReeder": {"Model": "x"}}}""", "NewsWatch:ClassifyArticle:SecondReeder is no setting; did you mean 'SecondReader'?")]
    [InlineData("""{"Review": {"PageSise": 3}, "Storage": {"Local": "true"}}""", "NewsWatch:Review:PageSise is no setting; did you mean 'PageSize'?")]
    public void What_the_binder_would_take_in_silence_is_refused(string settings, params string[] faults)
    {
        using var json = new MemoryStream(Encoding.UTF8.GetBytes($$"""{"NewsWatch": {{settings}}}"""));
        var configuration = new ConfigurationBuilder().AddJsonStream(json).Build();
        var found = new SettingsChecker(Known).Check(configuration);
        Assert.All(faults, fault => Assert.Contains(fault, found));
        Assert.Equal(faults.Length > 0, found.Count > 0);
    }

    [Fact]
    public void The_report_says_where_each_setting_came_from_and_shows_no_secret()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("NewsWatch:SendAlerts:Email:Password", "hunter2"),
            new("NewsWatch:SendAlerts:Channels:desk:Address", "https://hooks.example/T000/s3cret"),
            new("NewsWatch:SendAlerts:Channels:desk:Secret", "whsec_s3cret"),
            new("NewsWatch:SendAlerts:Burst", "9"),
        ]).Build();
        var rows = new SettingsReport(Known).Read(configuration, _ => "here").ToDictionary(row => row.Key, StringComparer.Ordinal);
        Assert.Equal(("set", "here"), Row("NewsWatch:SendAlerts:Email:Password"));
        Assert.Equal(("set", "here"), Row("NewsWatch:SendAlerts:Channels:desk:Address"));
        Assert.Equal(("9", "here"), Row("NewsWatch:SendAlerts:Burst"));
        Assert.Equal(("not set", "default"), Row("NewsWatch:SendAlerts:Channels:desk:Token"));
        Assert.Equal(("00:00:30", "default"), Row("NewsWatch:SendAlerts:Timeout"));
        Assert.DoesNotContain(rows.Values, row => row.Value.Contains("s3cret", StringComparison.Ordinal)
            || row.Value.Contains("hunter2", StringComparison.Ordinal));

        (string, string) Row(string key) => (rows[key].Value, rows[key].Origin);
    }

    [Theory]
    [InlineData("sigend", "signed")]
    [InlineData("Emial", "Email")]
    [InlineData("ratifed", "ratified")]
    [InlineData("pacific", "indo-pacific")]
    [InlineData("pigeon", null)]
    [InlineData("XQ", null)]
    public void The_nearest_word_is_the_one_with_the_fewest_changes(string written, string? expected)
        => Assert.Equal(expected, NearestWord.Of(written, ["signed", "Email", "ratified", "indo-pacific", "JP", "suspended"]));
}
