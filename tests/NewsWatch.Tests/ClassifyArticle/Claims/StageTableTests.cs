using NewsWatch.ClassifyArticle.Claims;

namespace NewsWatch.Tests.ClassifyArticle.Claims;

/// <summary>The stage that follows from a claim, as a table to read.</summary>
public sealed class StageTableTests
{
    private const string None = "–";

    private static readonly string[] Manners = ["done", "planned", "hoped", "possible", "demanded", "denied", "negated"];

    [Theory]
    //           act, done, planned, hoped, possible, demanded, denied, negated
    [InlineData("propose", "proposed", "proposed", "proposed", "proposed", "proposed", None, None)]
    [InlineData("negotiate", "negotiating", "negotiating", "proposed", "proposed", "proposed", None, None)]
    [InlineData("agree", "agreed-in-principle", "negotiating", "negotiating", "negotiating", "negotiating", None, "negotiating")]
    [InlineData("clear", "agreed-in-principle", "negotiating", "negotiating", "negotiating", "negotiating", None, "negotiating")]
    [InlineData("sign", "signed", "agreed-in-principle", "negotiating", "negotiating", "proposed", None, "negotiating")]
    [InlineData("ratify", "ratified", "signed", "signed", "signed", "signed", "signed", "signed")]
    [InlineData("force", "in-force", "signed", "signed", "signed", "signed", "signed", "signed")]
    [InlineData("stand", "in-force", "in-force", "in-force", "in-force", "in-force", None, None)]
    [InlineData("extend", "amended/renewed", "negotiating", "negotiating", "negotiating", "negotiating", "in-force", "terminated")]
    [InlineData("amend", "amended/renewed", "negotiating", "negotiating", "negotiating", "negotiating", "in-force", "in-force")]
    [InlineData("suspend", "suspended", "suspended", "in-force", "in-force", "in-force", "in-force", "in-force")]
    [InlineData("end", "terminated", "terminated", "in-force", "in-force", "in-force", "in-force", "in-force")]
    [InlineData("revive", "in-force", "in-force", "suspended", "suspended", "suspended", "suspended", "suspended")]
    public void An_act_alone(string act, params string[] stages)
    {
        foreach (var (manner, stage) in Manners.Zip(stages))
            Assert.Equal((manner, stage), (manner, Stage(null, act, manner)));
        Assert.All((string[])["stated", "named"], manner => Assert.Equal((manner, stages[0]), (manner, Stage(null, act, manner))));
    }

    [Theory]
    [InlineData("suspend", "end", "done", "in-force")]
    [InlineData("revive", "end", "done", "in-force")]
    [InlineData("end", "end", "done", "in-force")]
    [InlineData("suspend", "end", "negated", "terminated")]
    [InlineData("end", "suspend", "done", "in-force")]
    [InlineData("end", "suspend", "possible", "suspended")]
    [InlineData("extend", "suspend", "done", "suspended")]
    [InlineData("suspend", "negotiate", "done", "negotiating")]
    [InlineData("suspend", "ratify", "done", "signed")]
    [InlineData("propose", "end", "done", "in-force")]
    [InlineData("propose", "amend", "done", "negotiating")]
    [InlineData("propose", "sign", "done", "proposed")]
    [InlineData("negotiate", "end", "done", "in-force")]
    [InlineData("negotiate", "extend", "done", "negotiating")]
    [InlineData("agree", "sign", "done", "agreed-in-principle")]
    [InlineData("agree", "extend", "done", "amended/renewed")]
    public void An_act_under_another(string under, string act, string manner, string stage)
        => Assert.Equal(stage, Stage(under, act, manner));

    private static string Stage(string? under, string act, string manner)
        => StageTable.Of(under is null ? null : Parse<Act>(under), Parse<Act>(act), Parse<Manner>(manner)) is { } stage ? WireName.Of(stage) : None;

    private static T Parse<T>(string name)
        where T : struct, Enum
        => WireName.Parse<T>(name) ?? throw new ArgumentException(name);
}
