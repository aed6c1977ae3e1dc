using NewsWatch.TrackAgreement;
using NewsWatch.TrackAgreement.Pages;

namespace NewsWatch.Tests.TrackAgreement.Resolving;

/// <summary>
/// One row a case: what articles tell, as <c>day type stage name</c> parted by semicolons, in brackets for background, with <c>=day</c>
/// for a stated day; and the dossiers they make, each with its stages.
/// </summary>
public sealed class InstrumentResolverTests
{
    private const string Dc = "defence-cooperation-de-gb", Md = "mutual-defence-de-gb";

    private static readonly KnownAgreement Old = new(
        "Cooperation Treaty of 2006", AgreementType.DefenceCooperation, ["DE", "GB"], new(new(2006, 5, 4), DateGrain.Day), new(new(2007, 1, 1), DateGrain.Day), null, [], "");

    [Theory]
    [InlineData(
        "a treaty signed two years after another entered into force is another",
        "2014-05-01 defence-cooperation in-force; 2016-06-02 defence-cooperation signed=2016-06-01",
        $"{Dc}: in-force; {Dc}-2: signed")]
    [InlineData(
        "talks years after entry into force are of another",
        "2014-05-01 defence-cooperation in-force; 2019-06-02 defence-cooperation negotiating; 2020-06-02 defence-cooperation signed=2020-06-01",
        $"{Dc}: in-force; {Dc}-2: negotiating signed")]
    [InlineData(
        "unless they end in an amendment of the old one",
        "2014-05-01 defence-cooperation in-force; 2019-06-02 defence-cooperation negotiating; 2020-06-02 defence-cooperation amended/renewed",
        $"{Dc}: in-force amended/renewed")]
    [InlineData(
        "an extension stays with its parent",
        "2014-05-01 defence-cooperation in-force; 2019-06-02 defence-cooperation amended/renewed",
        $"{Dc}: in-force amended/renewed")]
    [InlineData(
        "what one text calls by a general word and another exactly, on one day, is one",
        "2022-05-11 defence-cooperation signed; 2022-05-12 mutual-defence signed=2022-05-11",
        $"{Md}: signed")]
    [InlineData(
        "two treaties of which an article tells both are two",
        "2019-11-27 defence-cooperation signed & maritime-security signed; 2019-11-28 defence-cooperation signed",
        $"{Dc}: signed; maritime-security-de-gb: signed")]
    [InlineData(
        "two treaties with names of their own are two, even of one type",
        "2024-10-23 defence-cooperation signed=2024-10-23 Mill House Agreement; 2025-07-17 defence-cooperation signed=2025-07-17 Clifton Treaty",
        $"{Dc}: signed; {Dc}-2: signed")]
    [InlineData(
        "a name of its own leads to its instrument whatever type a text gives it",
        "2024-10-23 defence-cooperation signed Mill House Agreement; 2024-10-24 defence-cooperation signed Mill House pact; 2025-12-01 joint-production ratified Mill House Agreement",
        $"{Dc}: signed ratified")]
    [InlineData(
        "kin types are one instrument",
        "2019-01-10 acsa negotiating; 2020-02-10 logistics-support signed; 2020-02-11 acsa signed",
        "acsa-de-gb: negotiating signed")]
    [InlineData(
        "a passing mention of a kin type makes no stage",
        "2024-07-08 reciprocal-access signed; 2024-07-09 (visiting-forces in-force)",
        "reciprocal-access-de-gb: signed")]
    [InlineData(
        "another exact type is another instrument",
        "2019-12-05 defence-cooperation ratified; 2022-05-12 information-security signed=2022-05-10",
        $"{Dc}: ratified; information-security-de-gb: signed")]
    [InlineData(
        "a general word for what is on its way is the same instrument",
        "2023-11-03 defence-cooperation negotiating; 2024-07-08 reciprocal-access signed; 2024-07-09 reciprocal-access signed",
        "reciprocal-access-de-gb: negotiating signed")]
    [InlineData(
        "a late look back at a signature makes no second one",
        "2016-11-23 information-security signed=2016-11-23; 2018-08-01 information-security signed",
        "information-security-de-gb: signed")]
    [InlineData(
        "what one article alone mentions beside its news is what the news is about",
        "2024-10-23 defence-cooperation signed=2024-10-23 & (maritime-security signed)",
        $"{Dc}: signed")]
    [InlineData(
        "what another article tells too is an instrument",
        "2024-10-23 defence-cooperation signed=2024-10-23 & (maritime-security signed); 2025-10-23 maritime-security in-force",
        $"{Dc}: signed; maritime-security-de-gb: signed in-force")]
    [InlineData(
        "talks more than two years after it ended are of another",
        "2014-05-01 defence-cooperation in-force; 2014-06-01 defence-cooperation terminated; 2017-06-02 defence-cooperation negotiating",
        $"{Dc}: in-force terminated; {Dc}-2: negotiating")]
    [InlineData(
        "talks soon after it ended are of its return",
        "2016-05-01 defence-cooperation in-force; 2016-06-01 defence-cooperation terminated; 2017-06-02 defence-cooperation negotiating",
        $"{Dc}: in-force terminated negotiating")]
    [InlineData(
        "a ratification more than a year after it entered into force is another's",
        "2014-05-01 defence-cooperation in-force; 2016-06-02 defence-cooperation ratified",
        $"{Dc}: in-force; {Dc}-2: ratified")]
    [InlineData(
        "a ratification within the year is its own",
        "2014-05-01 defence-cooperation in-force; 2015-04-02 defence-cooperation ratified",
        $"{Dc}: in-force")]
    [InlineData(
        "a look back at a ratification is of what is in force",
        "2014-05-01 defence-cooperation in-force; 2016-06-02 (defence-cooperation ratified)=2016-06-01",
        $"{Dc}: in-force")]
    [InlineData(
        "talks go before what is signed within ten years",
        "2006-05-01 defence-cooperation negotiating; 2016-04-02 defence-cooperation signed=2016-04-01",
        $"{Dc}: negotiating signed")]
    [InlineData(
        "talks that were not told of for ten years are new ones",
        "2004-05-01 defence-cooperation negotiating; 2016-04-02 defence-cooperation negotiating",
        $"{Dc}: negotiating; {Dc}-2: negotiating")]
    [InlineData(
        "talks within ten years are the same",
        "2007-05-01 defence-cooperation negotiating; 2016-04-02 defence-cooperation negotiating",
        $"{Dc}: negotiating")]
    [InlineData(
        "two signatures on stated days weeks apart are one",
        "2016-04-02 defence-cooperation signed=2016-04-01; 2016-05-10 defence-cooperation signed=2016-05-09",
        $"{Dc}: signed")]
    [InlineData(
        "two signatures on stated days more than a year apart are two",
        "2016-04-02 defence-cooperation signed=2016-04-01; 2017-05-10 defence-cooperation signed=2017-05-09",
        $"{Dc}: signed; {Dc}-2: signed")]
    [InlineData(
        "a year is no day that tells two signatures apart",
        "2016-04-02 defence-cooperation signed=2016-04-01; 2017-05-10 defence-cooperation signed",
        $"{Dc}: signed")]
    [InlineData(
        "talks of one type that a renewal of its kin ends were of the renewal",
        "2014-05-01 acsa in-force; 2019-06-02 logistics-support negotiating; 2020-06-02 acsa amended/renewed",
        "acsa-de-gb: in-force amended/renewed")]
    public void Instruments_are_told_apart(string why, string told, string dossiers) => Check(why, told, dossiers);

    [Theory]
    [InlineData(
        "what is signed in 2023 is not the treaty in force since 2007",
        "2022-01-01 (defence-cooperation signed)=2006-05-04; 2023-03-02 defence-cooperation signed=2023-03-01",
        $"{Dc}: signed; {Dc}-2: signed")]
    [InlineData(
        "talks of 2023 are not of it either, though no text told of it",
        "2023-03-02 defence-cooperation negotiating",
        $"{Dc}: negotiating")]
    [InlineData(
        "a look back at what was in force before it was signed is at another",
        "2022-01-01 (defence-cooperation signed)=2006-05-04; 2022-02-01 (defence-cooperation in-force)=2001-02-03",
        $"{Dc}: in-force; {Dc}-2: signed")]
    [InlineData(
        "what ended before it was signed is another",
        "2022-01-01 (defence-cooperation signed)=2006-05-04; 2022-02-01 (defence-cooperation terminated)=2001-02-03",
        $"{Dc}: terminated; {Dc}-2: signed")]
    [InlineData(
        "what is mentioned in passing before it was signed is another",
        "2005-01-01 (defence-cooperation signed); 2022-01-01 (defence-cooperation signed)=2006-05-04",
        $"{Dc}: signed; {Dc}-2: signed")]
    [InlineData(
        "what is mentioned in passing after that is it",
        "2007-01-01 (defence-cooperation signed); 2022-01-01 (defence-cooperation signed)=2006-05-04",
        $"{Dc}: signed")]
    [InlineData(
        "talks that are mentioned in passing before it was signed are of it",
        "2005-01-01 (defence-cooperation negotiating); 2022-01-01 (defence-cooperation signed)=2006-05-04",
        $"{Dc}: negotiating signed")]
    public void What_is_known_beforehand_tells_instruments_apart(string why, string told, string dossiers) => Check(why, told, dossiers, Old);

    [Fact]
    public void A_dossier_that_is_a_known_agreement_has_its_name_and_no_stage_from_it()
    {
        var (page, known) = (PageOf("2022-01-01 (defence-cooperation signed)=2006-05-04; 2023-03-02 defence-cooperation negotiating", Old), new KnownAgreements([Old]));
        var dossiers = PageDossiers.Of(page, PageFold.Of(page, known)).OrderBy(dossier => dossier.Id, StringComparer.Ordinal).ToList();
        Assert.Equal(["Cooperation Treaty of 2006", "Defence cooperation agreement"], dossiers.Select(dossier => dossier.Name));
        Assert.Equal([AgreementStage.Signed], StageHistory.Of(dossiers[0]).Runs.Select(run => run.Stage));
    }

    private static void Check(string why, string told, string dossiers, params KnownAgreement[] known)
    {
        // In every order: the page's instruments and, as nothing was told before all came, their ids.
        var page = PageOf(told, known);
        var found = PageFold.Of(page with { Headings = [], Developments = [] }, new(known)).Instruments
            .Select(one => $"{one.Id}: {string.Join(' ', one.History().Runs.Select(run => WireName.Of(run.Stage)))}");
        Assert.True(dossiers == string.Join("; ", found), $"{why}: {string.Join("; ", found)}");
    }

    internal static LedgerPage PageOf(string told, params KnownAgreement[] known)
    {
        LedgerPage? page = null;
        foreach (var (article, number) in told.Split("; ").Select((article, number) => (article, number)))
        {
            var filing = ArticleFiling.Of(ArticleOf(article, number), new(known), DateTimeOffset.UnixEpoch);
            page = new PageChange(new(known), 36500, DateTimeOffset.UnixEpoch, filing.Article)
                .ApplyTo(page, "de-gb", new PageFiling(filing.Article, [.. filing.ByPage["de-gb"]], DateTimeOffset.UnixEpoch).On);
        }
        return page!;
    }

    private static Article ArticleOf(string told, int number)
        => Told.On(told[..10], $"outlet{number}", [.. told[11..].Split(" & ").Select(Found)]);

    private static FoundAgreement Found(string told)
    {
        var background = told.StartsWith('(');
        var words = told.Replace("(", "", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal).Split(' ', 3);
        var stage = words[1].Split('=');
        return Told.Acsa(WireName.Parse<AgreementStage>(stage[0])!.Value, stage.Length > 1 ? stage[1] : null, background, "DE", "GB") with
        {
            Type = WireName.Parse<AgreementType>(words[0])!.Value,
            Name = words.Length > 2 ? words[2] : "pact",
        };
    }
}
