namespace NewsWatch.Tests.Docs;

public sealed class ConfigurationReferenceTests
{
    [Fact]
    public Task The_reference_tells_the_settings_that_there_are() => GeneratedPage.CheckAsync("configuration.md", ConfigurationReference.Write());
}
