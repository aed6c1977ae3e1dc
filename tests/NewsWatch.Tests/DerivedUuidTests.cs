namespace NewsWatch.Tests;

public sealed class DerivedUuidTests
{
    /// <summary>RFC 9562, appendix A.4.</summary>
    [Fact]
    public void The_example_of_the_standard()
        => Assert.Equal(
            new("2ed6657d-e927-568b-95e1-2665a8aea6a2"), DerivedUuid.Of(new("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), "www.example.com"));

    /// <summary>Ids that others hold are made in it: it stays what it is.</summary>
    [Fact]
    public void The_namespace_stays_what_it_is()
        => Assert.Equal(new("9ffae40c-9049-5849-aab1-8de5f27eb7fa"), DerivedUuid.NewsWatch);
}
