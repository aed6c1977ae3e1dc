namespace NewsWatch.Tests.Docs;

public sealed class ObservabilityReferenceTests
{
    [Fact]
    public Task The_page_tells_what_is_measured() => GeneratedPage.CheckAsync("observability.md", ObservabilityReference.Write());
}
