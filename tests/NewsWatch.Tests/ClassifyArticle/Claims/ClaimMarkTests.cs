using NewsWatch.ClassifyArticle.Claims;

namespace NewsWatch.Tests.ClassifyArticle.Claims;

/// <summary>
/// How far a mark reaches, and what stands under what, by a handful of terms of which every reach is known: a mark that reaches a word too far
/// makes a plan of a signature. What a sentence claims is told in its order.
/// </summary>
public sealed class ClaimMarkTests
{
    private const string Terms = """
        [act sign]
        sign
        簽
        [act sign done]
        signed
        已簽
        [act end]
        terminate
        [act sign noun]
        signing
        [act sign negated]
        unsigned
        [act ratify]
        ratify
        批
        [act ratify done]
        ratified
        parliament ~3 approved
        [act amend]
        修
        [act extend]
        續
        [act suspend]
        suspend
        中止
        [act suspend done]
        suspended
        [act suspend noun]
        suspension
        [act end]
        let ~3 lapse
        [act end noun]
        termination
        終止
        [act extend noun]
        extension
        [act amend noun]
        revision
        [act negotiate noun]
        talks
        談判
        [act negotiate done]
        已談判
        [not 5]
        not
        [future 5]
        will
        [maybe 5]
        may
        [maybe-after 9]
        if
        [deny 5]
        denied
        [happened 5]
        welcomed
        [clause]
        that
        who
        [history]
        century
        """;

    [Theory]
    [InlineData("five words on", "They will one day in late spring sign it.", "sign planned")]
    [InlineData("and no farther", "They will one fine day in late spring sign it.", "sign stated")]
    [InlineData("not into a clause of its own", "They will meet all who sign it.", "sign stated")]
    [InlineData("not even where the clause is all between", "They will meet who sign it.", "sign stated")]
    [InlineData("not where a clause begins right behind it", "It is not that they signed it.", "sign done")]
    [InlineData("within its own clause", "She says that they will sign it.", "sign planned")]
    [InlineData("a denial into the clause that is denied", "They denied that they signed it.", "sign denied")]
    [InlineData("and into no second one", "They denied that all who signed it came.", "sign done")]
    [InlineData("a negation not over a comma", "It did not rain, they signed it.", "sign done")]
    [InlineData("nor what may be", "It may rain, they sign it.", "sign stated")]
    [InlineData("a plan over what is put in between", "They will, on Monday, sign it.", "sign planned")]
    [InlineData("from behind", "They sign it if they can.", "sign possible")]
    [InlineData("not from behind a comma", "They sign it, if they can.", "sign stated")]
    [InlineData("what is done is done whatever follows", "They signed it if they could.", "sign done")]
    [InlineData("into the act's own words", "Parliament has not yet approved it.", "ratify negated")]
    [InlineData("but an ending's own not is part of it", "They let it not lapse.", "end stated")]
    [InlineData("twice not is so", "It is not unsigned.", "sign stated")]
    [InlineData("what was welcomed has happened", "They welcomed the signing.", "sign done")]
    [InlineData("a signing alone is only named", "The signing was long.", "sign named")]
    public void A_mark_reaches(string why, string text, string claims) => Check(why, text, claims);

    [Theory]
    [InlineData("right before it", "They will sign and ratify it.", "sign planned; ratify planned")]
    [InlineData("three words before it", "They will sign it here and ratify it.", "sign planned; ratify planned")]
    [InlineData("but not four", "They will sign it in Oslo and ratify it.", "sign planned; ratify stated")]
    [InlineData("three words behind it", "They sign it and then ratify if they can.", "sign possible; ratify possible")]
    [InlineData("but not four, from behind", "They sign it and in summer ratify if they can.", "sign stated; ratify possible")]
    public void A_mark_is_shared_with_an_act(string why, string text, string claims) => Check(why, text, claims);

    [Theory]
    [InlineData("six words behind it", "They suspended in the end and for good the termination.", "suspend done; end named")]
    [InlineData("up to six words behind it", "They suspended in the end for good the termination.", "suspend(end) done")]
    [InlineData("not behind a comma", "They suspended it, the termination was late.", "suspend done; end named")]
    [InlineData("not in a clause of its own", "They suspended all that termination brought.", "suspend done; end named")]
    [InlineData("six words before it", "The termination of it was in the end suspended.", "suspend(end) done")]
    [InlineData("not seven", "The termination of it was in the very end suspended.", "end named; suspend done")]
    [InlineData("not before a comma", "After the termination, they suspended it.", "end named; suspend done")]
    [InlineData("a parliament approves a suspension", "They ratified the suspension.", "ratify(suspend) done")]
    [InlineData("a termination", "They ratified the termination.", "ratify(end) done")]
    [InlineData("an extension", "They ratified the extension.", "ratify(extend) done")]
    [InlineData("a revision", "They ratified the revision.", "ratify(amend) done")]
    [InlineData("but what it approves after a signing is no signing", "They ratified the signing.", "ratify done; sign named")]
    [InlineData("what is ratified, though named before, is a claim beside it", "The termination was ratified.", "end named; ratify done")]
    [InlineData("what is signed is a claim beside it", "The termination was signed.", "end named; sign done")]
    [InlineData("a signing is not what is suspended", "The signing was suspended.", "sign named; suspend done")]
    [InlineData("a verb before it is an act of its own", "They ratify what they suspended.", "ratify stated; suspend done")]
    [InlineData("nor are two verbs that one word joins", "They may suspend or terminate it.", "suspend possible; end possible")]
    [InlineData("but two words may name what is suspended", "They suspend plans to terminate it.", "suspend(end) stated")]
    [InlineData("in most languages talks are not about what is named before them", "The signing crowned the talks.", "sign named; negotiate named")]
    [InlineData("in Chinese they are: a signing", "雙方簽協定的談判", "negotiate(sign) named")]
    [InlineData("a revision, in Chinese", "雙方修協定已談判", "negotiate(amend) done")]
    [InlineData("an extension, in Chinese", "雙方續協定已談判", "negotiate(extend) done")]
    [InlineData("a ratification, in Chinese", "雙方批協定的談判", "negotiate(ratify) named")]
    [InlineData("twelve signs before them, in Chinese", "雙方簽大國與小國共同合作協定的談判", "negotiate(sign) named")]
    [InlineData("what is done is not talked about", "已簽協定的談判", "sign done; negotiate named")]
    [InlineData("and only talks are about it", "雙方簽後批協定", "sign stated; ratify stated")]
    [InlineData("twelve signs behind it, in Chinese", "中止大國與小國共同合作協定終止", "suspend(end) stated")]
    public void An_act_stands_under_another(string why, string text, string claims) => Check(why, text, claims);

    [Theory]
    [InlineData("The century in which those two at last signed it.", true)]
    [InlineData("The century of all those who then at last signed it.", false)]
    [InlineData("They signed it in the course of this century.", true)]
    [InlineData("They signed it in the long course of this century.", false)]
    [InlineData("They signed century texts.", true)]
    [InlineData("The century signed it.", true)]
    public void It_is_of_the_past_within_six_words_of_a_word_for_it(string text, bool past) => Assert.Equal(past, Assert.Single(Read(text)).Past);

    [Theory]
    [InlineData("They suspended for now the termination of it.", "suspended for now the termination")]
    [InlineData("The termination of it was suspended at last.", "termination of it was suspended")]
    public void A_claim_spans_both_acts(string text, string words)
    {
        var read = ReadTexts.With(Terms, text);
        var claim = Assert.Single(new ClaimFinder(read).Find().SelectMany(claims => claims));
        Assert.Equal(words, read.Words(claim.First, claim.End));
    }

    private static void Check(string why, string text, string claims)
    {
        var found = string.Join("; ", Read(text).Select(claim => claim.Name));
        Assert.True(claims == found, $"{why}: {found}");
    }

    private static IEnumerable<Claim> Read(string text) => new ClaimFinder(ReadTexts.With(Terms, text)).Find().SelectMany(claims => claims);
}
