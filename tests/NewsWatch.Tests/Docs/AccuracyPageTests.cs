namespace NewsWatch.Tests.Docs;

public sealed class AccuracyPageTests
{
    [Fact]
    public Task The_figures_are_those_of_this_version() => GeneratedPage.CheckAsync("accuracy.md", AccuracyPage.Write());
}
