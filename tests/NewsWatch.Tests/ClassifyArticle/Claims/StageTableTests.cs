using NewsWatch.ClassifyArticle.Claims;

namespace NewsWatch.Tests.ClassifyArticle.Claims;

/// <summary>The stage that follows from a claim, as a table to read.</summary>
public sealed class StageTableTests
{
    private const string None = "–";

    /// <summary>What is stated or only named counts as done.</summary>
    private const string Acts =
        """
        act        done                 planned              hoped        possible     demanded     denied     negated
        propose    proposed             proposed             proposed     proposed     proposed     –          –
        negotiate  negotiating          negotiating          proposed     proposed     proposed     –          –
        agree      agreed-in-principle  negotiating          negotiating  negotiating  negotiating  –          negotiating
        clear      agreed-in-principle  negotiating          negotiating  negotiating  negotiating  –          negotiating
        sign       signed               agreed-in-principle  negotiating  negotiating  proposed     –          negotiating
        ratify     ratified             signed               signed       signed       signed       signed     signed
        force      in-force             signed               signed       signed       signed       signed     signed
        stand      in-force             in-force             in-force     in-force     in-force     –          –
        extend     amended/renewed      negotiating          negotiating  negotiating  negotiating  in-force   terminated
        amend      amended/renewed      negotiating          negotiating  negotiating  negotiating  in-force   in-force
        suspend    suspended            suspended            in-force     in-force     in-force     in-force   in-force
        end        terminated           terminated           in-force     in-force     in-force     in-force   in-force
        revive     in-force             in-force             suspended    suspended    suspended    suspended  suspended
        """;

    private static readonly string[][] Rows = [.. Acts.Split('\n').Select(row => row.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    public static IEnumerable<object[]> Stages()
        => Rows.Skip(1).SelectMany(row => Rows[0].Zip(row).Skip(1).Select(cell => (object[])[row[0], cell.First, cell.Second]));

    [Theory]
    [MemberData(nameof(Stages))]
    public void An_act_alone(string act, string manner, string stage)
    {
        Assert.Equal(stage, Stage(null, act, manner));
        if (manner == "done")
            Assert.All((string[])["stated", "named"], same => Assert.Equal((same, stage), (same, Stage(null, act, same))));
    }

    [Theory]
    [InlineData("suspend", "end", "done", "in-force")]
    [InlineData("revive", "end", "done", "in-force")]
    [InlineData("end", "end", "done", "in-force")]
    [InlineData("suspend", "end", "negated", "terminated")]
    [InlineData("end", "suspend", "done", "in-force")]
    [InlineData("end", "suspend", "possible", "suspended")]
    [InlineData("extend", "suspend", "done", "suspended")]
    [InlineData("suspend", "extend", "done", "suspended")]
    [InlineData("suspend", "negotiate", "done", "negotiating")]
    [InlineData("suspend", "ratify", "done", "signed")]
    [InlineData("suspend", "sign", "stated", "agreed-in-principle")]
    [InlineData("suspend", "sign", "demanded", "negotiating")]
    [InlineData("end", "sign", "done", "agreed-in-principle")]
    [InlineData("end", "ratify", "done", "signed")]
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
