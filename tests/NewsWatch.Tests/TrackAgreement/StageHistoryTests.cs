using System.Globalization;
using NewsWatch.TrackAgreement;

namespace NewsWatch.Tests.TrackAgreement;

public sealed class StageHistoryTests
{
    [Theory]
    [InlineData("terminated, then renewed later", "2019-08 terminated; 2020-03 amended/renewed", "terminated amended/renewed")]
    [InlineData("a suspension lifted", "2016-01 in-force; 2018-01 suspended; 2019-01 in-force", "in-force suspended in-force")]
    [InlineData("a late report of talks", "2017-01 negotiating; 2018-07 signed; 2018-09 negotiating", "negotiating signed")]
    [InlineData("a passing mention does not revive what ended", "2019-01 terminated; 2019-06 (in-force)", "terminated")]
    [InlineData("a stated day does", "2019-01 terminated; 2019-06 (in-force)=2019-05", "terminated in-force")]
    [InlineData("news goes before a passing mention", "2016-01 (in-force); 2017-01 signed", "in-force signed")]
    [InlineData("what only passing mentions claimed in between is no stage", "2017-01 signed; 2017-02 (in-force); 2017-03 signed", "signed")]
    [InlineData("a bare mention tells no stage", "2017-01 mentioned; 2017-02 signed; 2017-03 mentioned", "mentioned signed")]
    [InlineData("signed anew on a stated day", "2016-01 in-force; 2020-01 signed=2020-01", "in-force signed")]
    [InlineData("renewed twice", "2012-01 amended/renewed; 2017-01 amended/renewed; 2017-02 amended/renewed", "amended/renewed amended/renewed")]
    [InlineData("a revised one comes into force", "2017-01 amended/renewed; 2017-09 in-force", "amended/renewed in-force")]
    [InlineData("a year is no later day", "2012-06 amended/renewed=2012-06; 2013-02 amended/renewed=2012", "amended/renewed")]
    [InlineData("what is known of a year comes before what is told of the year", "2018-03 negotiating; 2020-01 (signed)=2018", "negotiating signed")]
    [InlineData("a year is no new signature", "2016-06 in-force; 2017-02 signed=2016", "in-force")]
    [InlineData("a day to come is not reached", "2017-01 agreed-in-principle=2017-06; 2017-02 signed", "agreed-in-principle signed")]
    [InlineData("a day of last year by mistake", "2024-06 negotiating; 2024-11 signed; 2025-08 in-force=2024-09", "negotiating signed in-force")]
    public void Stages_follow_the_days_they_are_told_of(string why, string told, string stages)
    {
        var history = StageHistory.Of(Dossier(told));
        Assert.True(stages == string.Join(' ', history.Runs.Select(run => WireName.Of(run.Stage))), why);
    }

    [Fact]
    public void What_says_something_else_is_kept_as_a_contradiction()
    {
        var history = StageHistory.Of(Dossier("2018-07 signed; 2018-09 negotiating; 2018-10 (negotiating)"));
        Assert.Equal(AgreementStage.Negotiating, Assert.Single(history.Contradictions).Stage);
    }

    [Fact]
    public void Different_days_for_one_stage_are_shown()
        => Assert.Equal(
            [new(2018, 7, 1), new(2018, 8, 1)],
            StageHistory.Of(Dossier("2018-09 signed=2018-07; 2018-09 signed=2018-08; 2018-09 signed")).Current!.DisputedDates);

    [Fact]
    public void A_year_and_a_day_in_it_do_not_differ()
        => Assert.Empty(StageHistory.Of(Dossier("2018-09 signed=2018-07; 2019-09 signed=2018")).Current!.DisputedDates);

    [Fact]
    public void A_stage_is_told_as_exactly_as_its_text()
    {
        var current = StageHistory.Of(Dossier("2020-09 (signed)=2018")).Current!;
        Assert.Equal(("2018", new DateOnly(2018, 12, 31)), (current.Told.ToString(), current.Since));
    }

    /// <summary>Entries written as <c>month stage</c>, in brackets for background, with <c>=month</c> for a stated day and <c>=year</c> for a stated year.</summary>
    internal static Dossier Dossier(string told) => new()
    {
        Id = "acsa-fr-jp",
        Type = AgreementType.Acsa,
        Parties = ["FR", "JP"],
        OpenedAt = DateTimeOffset.UnixEpoch,
        Entries = [.. told.Split("; ").Select(Entry)],
    };

    private static DossierEntry Entry(string told, int number)
    {
        var (month, claim) = (told[..7], told[8..].Split('='));
        return new()
        {
            Article = $"a{number}",
            Title = "",
            Address = new($"https://outlet{number}.example/"),
            ReportedOn = Day(month),
            Type = AgreementType.Acsa,
            Name = "",
            Parties = ["FR", "JP"],
            Stage = WireName.Parse<AgreementStage>(claim[0].Trim('(', ')'))!.Value,
            Background = claim[0].StartsWith('('),
            StatedDate = claim.Length > 1 ? Day(claim[1].Length == 4 ? claim[1] + "-01" : claim[1]) : null,
            StatedGrain = claim.Length > 1 && claim[1].Length == 4 ? DateGrain.Year : DateGrain.Day,
            Quotes = [],
            FiledAt = DateTimeOffset.UnixEpoch,
        };
    }

    private static DateOnly Day(string month) => DateOnly.ParseExact(month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
