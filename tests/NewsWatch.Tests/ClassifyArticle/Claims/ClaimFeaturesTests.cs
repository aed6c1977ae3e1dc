using NewsWatch.ClassifyArticle;
using NewsWatch.ClassifyArticle.Claims;
using NewsWatch.ClassifyArticle.Terms;
using NewsWatch.ClassifyArticle.Weights;

namespace NewsWatch.Tests.ClassifyArticle.Claims;

/// <summary>
/// What is observed of a claim, seen from the first agreement of an article: the weights are fitted to these observations, so one that is
/// wrongly made, or made of a neighbour, tells a wrong stage. A claim is named by what it claims, the last of that name in the article.
/// </summary>
public sealed class ClaimFeaturesTests
{
    private const string Year = "a year alone";

    private const string Pact = "Norway and Poland signed a defence cooperation agreement in Oslo.";

    private static readonly string[] Places = ["in title", "in first sentence", "in second sentence", "in third or fourth sentence", "farther down"];

    [Theory]
    [InlineData(0, "in first sentence")]
    [InlineData(1, "in second sentence")]
    [InlineData(2, "in third or fourth sentence")]
    [InlineData(3, "in third or fourth sentence")]
    [InlineData(4, "farther down")]
    [InlineData(5, "farther down")]
    public void It_stands_in_one_place_of_the_article(int sentencesBefore, string place)
        => Assert.Equal([place], Of("Rain in Oslo", After(sentencesBefore, Pact), "sign done").Keys.Intersect(Places));

    [Theory]
    [InlineData("the title names the agreement", "Norway and Poland sign defence cooperation agreement", "in title that names it; sign stated in title; in its sentence; sign stated in its sentence", true)]
    [InlineData("the title names none", "Norway and Poland sign at last", "in title; sign stated in title; in a sentence of none", true)]
    [InlineData("the title names none", "Norway and Poland sign at last", "in title that names it; in its sentence; sign stated in its sentence; sign stated right beside it", false)]
    public void In_the_title(string why, string title, string observations, bool seen)
        => Check(why, Of(title, "Norway and Poland have a defence cooperation agreement.", "sign stated"), observations, seen);

    [Theory]
    [InlineData("its own sentence", Pact, "sign done", "in its sentence; sign done in its sentence; object Own; sign, object Own", "in a sentence that echoes it; in a sentence of others; in a sentence of none; in the sentence after it; nearer to another; in title; sign done in title; in title that names it")]
    [InlineData(
        "a sentence that says the pact again",
        "Norway and Poland have a defence cooperation agreement. The pact was signed in Oslo.",
        "sign done",
        "in a sentence that echoes it; in the sentence after it; object Echo; nearness",
        "in its sentence; sign done in its sentence; sign done right beside it; in a sentence of others; in a sentence of none; nearest of its sentence; before it")]
    [InlineData(
        "a sentence that speaks of no agreement",
        "Norway and Poland have a defence cooperation agreement. It was signed in Oslo.",
        "sign done",
        "in a sentence of none; in the sentence after it; object None",
        "in its sentence; in a sentence of others; in a sentence that echoes it; sign, object None; nearness")]
    [InlineData(
        "a sentence of another agreement",
        "Norway and Poland have a defence cooperation agreement. Norway and Japan signed an information security agreement.",
        "sign done",
        "in a sentence of others; in the sentence after it; nearer to another; object Other; sign, object Other",
        "in its sentence; sign done in its sentence; in a sentence of none; in a sentence that echoes it; nearness")]
    [InlineData(
        "a sentence before it",
        "It was signed in Oslo. Norway and Poland have a defence cooperation agreement.",
        "sign done",
        "in a sentence of none",
        "in the sentence after it")]
    [InlineData(
        "a sentence of both, where another stands nearer",
        "The defence cooperation agreement of Norway and Poland stayed as it was when Norway and Japan ratified an information security agreement.",
        "ratify done",
        "nearer to another",
        "in its sentence; ratify done in its sentence; in a sentence of others; in a sentence of none")]
    [InlineData(
        "a sentence of both, where another stands nearer and once more farther off",
        "The defence cooperation agreement of Norway and Poland stayed as it was when Norway and Japan ratified an information security agreement, which is like no other information security agreement of Norway and Japan.",
        "ratify done",
        "nearer to another",
        "in its sentence; ratify done in its sentence")]
    [InlineData(
        "a sentence of both, where it stands nearer",
        "Norway and Poland ratified a defence cooperation agreement, and Norway and Japan have an information security agreement.",
        "ratify done",
        "in its sentence; ratify done in its sentence; ratify done right beside it",
        "nearer to another; in a sentence of others")]
    public void In_the_body(string why, string text, string claim, string seen, string unseen)
        => Check(why, Of("Rain in Oslo", text, claim), seen, unseen);

    [Theory]
    [InlineData("Norway and Poland signed defence cooperation agreement.", 0, true)]
    [InlineData("Norway and Poland signed in Oslo a defence cooperation agreement.", 3, true)]
    [InlineData("Norway and Poland signed in Oslo a new defence cooperation agreement.", 4, true)]
    [InlineData("Norway and Poland signed a defence cooperation agreement, the first defence cooperation agreement of both.", 1, true)]
    [InlineData("The defence cooperation agreement of Norway and Poland was then duly signed in Oslo.", 7, false)]
    public void It_is_as_near_as_words_stand_between(string text, int words, bool before)
    {
        var found = Of("", text, "sign done");
        Assert.Equal(1 / (1 + (words / 3.0)), found["nearness"], 10);
        Assert.Equal(before, found.ContainsKey("before it"));
        Assert.Equal(words <= 3, found.ContainsKey("sign done right beside it"));
    }

    [Theory]
    [InlineData("of two acts on one side the nearer", "Norway and Poland signed and then ratified the defence cooperation agreement.", "ratify done", "nearest of its sentence", "parted from it by another; first of its own")]
    [InlineData("and the farther", "Norway and Poland signed and then ratified the defence cooperation agreement.", "sign done", "parted from it by another; first of its own", "nearest of its sentence")]
    [InlineData("the farther of two on either side", "Norway and Poland ratified the defence cooperation agreement that was by them at last signed.", "sign done", "in its sentence", "parted from it by another; nearest of its sentence; first of its own")]
    [InlineData("acts of two sentences", "Norway and Poland ratified the defence cooperation agreement. In Oslo they signed this new defence cooperation agreement.", "sign done", "nearest of its sentence", "parted from it by another; first of its own")]
    [InlineData("the first of its own after one of another's", "It was ratified. Norway and Poland signed the defence cooperation agreement.", "sign done", "first of its own", "parted from it by another")]
    public void Beside_other_acts(string why, string text, string claim, string seen, string unseen)
        => Check(why, Of("", text, claim), seen, unseen);

    [Theory]
    [InlineData("a word of the past", "Norway and Poland had already signed the defence cooperation agreement.", "sign done", "of the past; sign done of the past", "of late; decided; sign done decided")]
    [InlineData("a day of this week", "Norway and Poland signed the defence cooperation agreement on Monday.", "sign done", "of late; age Fresh; sign, age Fresh", "of the past; sign done of the past; age Untold; sign, age Untold")]
    [InlineData("no day at all", Pact, "sign done", "age Untold", "of late; of the past; sign, age Untold")]
    [InlineData("a decision", "Norway and Poland decided to sign a defence cooperation agreement.", "sign planned", "decided; sign planned decided", "of the past")]
    public void How_it_is_told(string why, string text, string claim, string seen, string unseen)
        => Check(why, Of("", text, claim), seen, unseen);

    [Theory]
    [InlineData("a day of a sentence that says it again counts", "Norway and Poland have a defence cooperation agreement. The pact was signed on Monday.", "age Fresh")]
    [InlineData("a day of a sentence that does not speak of it says nothing of it", "Norway and Poland have a defence cooperation agreement. It was signed on Monday.", "age Untold")]
    public void Its_age_is_told_where_the_agreement_is(string why, string text, string age) => Check(why, Of("", text, "sign done"), age, "of the past");

    [Theory]
    [InlineData("the only one", Pact, 0)]
    [InlineData("two sentences that say it", Pact + " " + Pact, 1)]
    [InlineData("three that do", Pact + " " + Pact + " " + Pact, 2)]
    [InlineData("one that says something else", Pact + " In spring they ratified the defence cooperation agreement.", 0)]
    [InlineData("one that does not speak of it", "It was signed. " + Pact, 0)]
    [InlineData("one that says so of another", Pact + " The defence cooperation agreement of Norway and Poland stayed as it was when Norway and Japan signed an information security agreement.", 0, false)]
    public void Others_of_its_own_that_say_the_same_are_counted(string why, string text, int others, bool last = true)
    {
        var all = Alternatives("", text, background: false).Where(one => one.Claim?.Name == "sign done" && one.Features.Values.Any(seen => seen.Name == "in its sentence")).ToList();
        var found = (last ? all[^1] : all[0]).Features.Values.FirstOrDefault(one => one.Name == "others say the same").Value;
        Assert.True(Math.Abs(Math.Log2(1 + others) - found) < 1e-9, why);
    }

    [Theory]
    [InlineData("the title says the same", "Norway and Poland sign defence cooperation agreement", "the title says the same", "the title says otherwise")]
    [InlineData("the title says something else", "Norway and Poland ratify defence cooperation agreement", "the title says otherwise", "the title says the same")]
    [InlineData("the title says nothing", "Rain in Oslo", "in first sentence", "the title says otherwise; the title says the same")]
    public void Against_the_title(string why, string title, string seen, string unseen)
        => Check(why, Of(title, Pact, "sign done"), seen, unseen);

    [Theory]
    [InlineData("the same further down", Pact, "the title says the same; the title says otherwise")]
    [InlineData("something else further down", "Norway and Poland ratified the defence cooperation agreement in Oslo.", "the title says the same; the title says otherwise")]
    public void A_title_is_not_held_against_itself(string why, string text, string unseen)
        => Check(why, Of("Norway and Poland sign defence cooperation agreement", text, "sign stated"), "in title", unseen);

    [Theory]
    [InlineData("the title", "Norway and Poland sign at last", 0, true, false)]
    [InlineData("the first sentence, far above it", "Rain in Oslo", 0, true, false)]
    [InlineData("the fourth sentence, far above it", "Rain in Oslo", 3, true, false)]
    [InlineData("the fifth sentence, far above it", "Rain in Oslo", 4, false, false)]
    [InlineData("the sentence before it", "Rain in Oslo", 7, true, true)]
    public void News_is_told_in_title_and_lead_and_beside_it_and_background_only_beside_it(string why, string title, int place, bool asNews, bool asBackground)
    {
        string[] body = [.. Enumerable.Repeat("Rain fell on the square.", 8), "Norway and Poland have a defence cooperation agreement."];
        if (title.StartsWith("Rain", StringComparison.Ordinal))
            body[place] = "It was signed.";
        var text = string.Join(' ', body);
        Assert.True(asNews == Alternatives(title, text, background: false).Exists(one => one.Claim?.Act == Act.Sign), why);
        Assert.True(asBackground == Alternatives(title, text, background: true).Exists(one => one.Claim?.Act == Act.Sign), why);
    }

    [Theory]
    [InlineData("right after", 1, true)]
    [InlineData("two after", 2, false)]
    public void Far_down_only_the_sentence_beside_it_speaks_for_it(string why, int after, bool heard)
    {
        var text = After(5, "Norway and Poland have a defence cooperation agreement. ") + After(after - 1, "It was signed.");
        Assert.True(heard == Alternatives("", text, background: false).Exists(one => one.Claim?.Act == Act.Sign), why);
    }

    [Fact]
    public void A_title_beside_the_lead_that_tells_the_background_is_not_of_it()
        => Assert.DoesNotContain(
            Alternatives("Norway and Poland sign at last", "Norway and Poland have a defence cooperation agreement.", background: true), one => one.Claim?.Act == Act.Sign);

    [Theory]
    [InlineData("its sentence claims something", Pact, "silence", "silence, and no claim in its sentences; silence, and no claim of its own")]
    [InlineData("another sentence does", "Norway and Poland have a defence cooperation agreement. It was signed.", "silence; silence, and no claim in its sentences; silence, and no claim of its own", Year)]
    [InlineData(
        "its sentence claims something of another",
        "The defence cooperation agreement of Norway and Poland stayed as it was when Norway and Japan ratified an information security agreement.",
        "silence; silence, and no claim of its own",
        "silence, and no claim in its sentences")]
    public void Silence_is_weighed_by_what_is_said_beside_it(string why, string text, string seen, string unseen)
        => Check(why, Unclaimed("", text, AgreementStage.Mentioned)!, seen, unseen);

    [Theory]
    [InlineData("the year stands beside it", "Ships of Norway and Poland meet, as the defence cooperation agreement of 1996 says.", true)]
    [InlineData("the year stands three words on", "Ships of Norway and Poland meet, as the defence cooperation agreement made by them in 1996 says.", true)]
    [InlineData("the year stands farther on", "Ships of Norway and Poland meet, as the defence cooperation agreement made by both of them in 1996 says.", false)]
    [InlineData("the year stands before it", "In 1996 ships of Norway and Poland met, as the defence cooperation agreement says.", false)]
    [InlineData("one of two places has it", "Ships of Norway and Poland meet, as the defence cooperation agreement of 1996 says. A defence cooperation agreement is dear.", true)]
    public void A_year_alone_right_behind_it_is_when_it_was_signed(string why, string text, bool dated)
        => Assert.True(Unclaimed("", text, AgreementStage.Signed) is { } found ? dated && found.ContainsKey(Year) : !dated, why);

    [Theory]
    [InlineData("nothing else is said", "Ships of Norway and Poland meet, as the defence cooperation agreement of 1996 says.", true)]
    [InlineData("something is", "Norway and Poland extended the defence cooperation agreement of 1996.", false)]
    [InlineData("something is, elsewhere", "Ships of Norway and Poland meet, as the defence cooperation agreement of 1996 says. It was signed.", true)]
    public void A_year_counts_more_where_nothing_is_claimed(string why, string text, bool alone)
        => Assert.True(alone == Unclaimed("", text, AgreementStage.Signed)!.ContainsKey("a year, and no claim of its own"), why);

    private static string After(int sentences, string text) => string.Concat(Enumerable.Repeat("Rain fell on the square. ", sentences)) + text;

    private static void Check(string why, Dictionary<string, double> found, string seen, string unseen)
    {
        Check(why, found, seen, true);
        Check(why, found, unseen, false);
    }

    private static void Check(string why, Dictionary<string, double> found, string observations, bool seen)
        => Assert.All(observations.Split("; "), one => Assert.True(found.ContainsKey(one) == seen, $"{why}: '{one}' is {(seen ? "not " : "")}observed, but {string.Join("; ", found.Keys)}"));

    private static Dictionary<string, double> Of(string title, string text, string claim, bool background = false)
        => Alternatives(title, text, background).Last(one => one.Claim?.Name == claim).Features.Values.ToDictionary(one => one.Name, one => one.Value, StringComparer.Ordinal);

    /// <summary>What speaks for a stage that no claim tells; null where nothing does.</summary>
    private static Dictionary<string, double>? Unclaimed(string title, string text, AgreementStage stage)
        => Alternatives(title, text, background: false).Find(one => one.Claim is null && one.Stage == stage)?.Features.Values
            .ToDictionary(one => one.Name, one => one.Value, StringComparer.Ordinal);

    private static List<ClaimAlternative> Alternatives(string title, string text, bool background)
    {
        var reading = ArticleReading.Of(new(title, text) { Language = "en" }, AgreementLexicon.Default, ReadingWeights.Shipped)!;
        return [.. new StageReader(reading, ReadingWeights.Shipped).Alternatives(reading.Candidates[0], background)];
    }
}
