using NewsWatch.Cli.Output;

namespace NewsWatch.Tests.Cli;

/// <summary>What is shown of text from outside, and how a list is written for programs.</summary>
[Collection(nameof(ConsoleCollection))]
public sealed class ListingTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("naïve 日本 عربي", "naïve 日本 عربي")]
    [InlineData("a\u001b[31mred", "a [31mred")]
    [InlineData("tab\tand\r\nline", "tab and  line")]
    [InlineData("left \u202Eright", "left right")]
    [InlineData("a\u2028b", "ab")]
    [InlineData(null, "")]
    public void A_line_from_outside_steers_nothing(string? text, string expected) => Assert.Equal(expected, Outside.Line(text));

    [Fact]
    public void A_text_keeps_its_lines() => Assert.Equal("one\ntwo three", Outside.Text("one\ntwo\u0007three"));

    [Fact]
    public void In_a_pipe_cells_are_whole_and_a_tab_in_one_makes_no_column()
    {
        var list = new Listing(new("Id"), new("Title") { Gives = true });
        list.Add("a", new string('x', 300));
        list.Add("b", "one\ttwo");
        using var output = new StringWriter();
        var console = Console.Out;
        Console.SetOut(output);
        try
        {
            list.Print(Screen.ForMachines());
        }
        finally
        {
            Console.SetOut(console);
        }
        Assert.Equal($"a\t{new string('x', 300)}\nb\tone two\n", output.ToString().ReplaceLineEndings("\n"));
    }
}
