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
    [InlineData("a month of last year that an earlier stage of an earlier month agrees with", "2024-06 negotiating; 2024-10 suspended; 2025-08 in-force=2024-09", "negotiating in-force suspended")]
    [InlineData("a month of last year that a later stage agrees with", "2024-11 in-force; 2025-08 signed=2024-09", "signed in-force")]
    [InlineData("a day of two years ago is none by mistake", "2023-06 negotiating; 2024-11 signed; 2025-08 in-force=2023-08", "negotiating in-force")]
    [InlineData("nor a day of half a year ago", "2024-06 negotiating; 2025-05 signed; 2025-08 in-force=2025-02", "negotiating in-force")]
    [InlineData("a passing mention that a renewed one is in force is no step", "2017-01 amended/renewed; 2017-09 (in-force)", "amended/renewed")]
    [InlineData("a retelling after months is no second renewal", "2012-01 amended/renewed; 2012-05 amended/renewed", "amended/renewed")]
    [InlineData("but for a day that is stated", "2012-01 amended/renewed; 2012-05 amended/renewed=2012-05", "amended/renewed amended/renewed")]
    [InlineData("a look back at the signature of what is in force takes nothing back", "2016-01 in-force; 2016-03 signed; 2016-04 signed", "in-force")]
    [InlineData("talks take a ratification back, and the signature before it", "2016-01 signed; 2016-03 ratified; 2016-05 negotiating; 2016-06 negotiating", "negotiating")]
    [InlineData("talks go on though the text is agreed", "2017-01 agreed-in-principle; 2017-03 negotiating; 2017-05 negotiating", "agreed-in-principle")]
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

    [Theory]
    [InlineData("talks about what is in force are of its renewal", "2016-01 in-force; 2018-01 negotiating", "")]
    [InlineData("a signature of what is in force is not", "2016-01 in-force; 2016-03 signed", "signed")]
    [InlineData("what passing mentions claimed and the news does not bear out", "2017-01 signed; 2017-02 (in-force); 2017-03 signed", "in-force")]
    public void Contradictions(string why, string told, string contradictions)
    {
        var found = string.Join(' ', StageHistory.Of(Dossier(told)).Contradictions.Select(entry => WireName.Of(entry.Stage)));
        Assert.True(contradictions == found, $"{why}: {found}");
    }

    [Theory]
    [InlineData("a signature told too soon, and doubted", "2025-01 negotiating; 2025-04 signed; 2025-06 negotiating; 2025-08 signed=2025-08", "2025-08-01")]
    [InlineData("one that nobody doubted", "2025-01 negotiating; 2025-04 signed; 2025-08 signed=2025-08", "2025-04-01")]
    [InlineData("one of which only a look back gives a later day", "2025-01 negotiating; 2025-04 signed; 2025-06 negotiating; 2025-08 (signed)=2025-08", "2025-04-01")]
    [InlineData("one of which no later day is given", "2025-01 negotiating; 2025-04 signed; 2025-06 negotiating; 2025-08 signed=2025-04", "2025-04-01")]
    public void A_signature_is_of_the_day(string why, string told, string day)
    {
        var since = StageHistory.Of(Dossier(told)).RunOf(AgreementStage.Signed)!.Since;
        Assert.True(since == DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), $"{why}: {since:O}");
    }

    [Fact]
    public void What_tells_a_stage_again_after_a_doubtful_one_is_laid_to_it()
        => Assert.Equal(2, StageHistory.Of(Dossier("2017-01 signed; 2017-02 (in-force); 2017-03 signed")).Current!.Entries.Count);

    [Theory]
    [InlineData("in-force", "2016-01", 0)]
    [InlineData("suspended", "2018-01", 1)]
    [InlineData("in-force", "2017-12", 0)]
    [InlineData("in-force", "2018-01", 2)]
    [InlineData("in-force", "2019-01", 2)]
    [InlineData("signed", "2016-01", null)]
    public void A_development_is_of_the_first_run_of_its_stage_that_had_not_ended(string stage, string since, int? run)
    {
        var history = StageHistory.Of(Dossier("2016-01 in-force; 2018-01 suspended; 2019-01 in-force"));
        var development = new Development("acsa-fr-jp_x", "acsa-fr-jp", WireName.Parse<AgreementStage>(stage)!.Value, null, "a0", DateTimeOffset.UnixEpoch);
        var noticed = new NoticedDevelopment(development, Day(since), "a0", null) { Entry = "" };
        Assert.Same(run is { } index ? history.Runs[index] : null, history.RunOf(noticed));
    }

    [Fact]
    public void The_run_of_a_stage_is_its_last()
    {
        var history = StageHistory.Of(Dossier("2016-01 in-force; 2018-01 suspended; 2019-01 in-force"));
        Assert.Same(history.Runs[2], history.RunOf(AgreementStage.InForce));
        Assert.Same(history.Runs[1], history.RunOf(AgreementStage.Suspended));
        Assert.Null(history.RunOf(AgreementStage.Signed));
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
