using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NewsWatch.Fetching;

namespace NewsWatch.Tests.Fetching;

public sealed class FetchingOptionsTests
{
    [Theory]
    [InlineData("AllowedNetworks:0", "10.0.0.0/33")]
    [InlineData("AllowedNetworks:1", "localhost")]
    [InlineData("Timeout", "00:00:00")]
    [InlineData("ConnectTimeout", "01:00:00")]
    [InlineData("MaxBytes", "0")]
    [InlineData("MaxHeaderKiB", "2000")]
    [InlineData("MaxRedirects", "-1")]
    [InlineData("PerHostConcurrency", "0")]
    [InlineData("PerHostSpacing", "-00:00:01")]
    [InlineData("UserAgent", "")]
    [InlineData("UserAgent", "News\nWatch")]
    public void An_option_out_of_range_is_refused_by_its_key(string key, string value)
    {
        using var services = Fetchers.Services(null, (key, value));
        var refusal = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<FetchingOptions>>().Value);
        Assert.StartsWith($"NewsWatch:Fetching:{key} ", Assert.Single(refusal.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public void The_defaults_are_valid_and_allow_no_reserved_network()
    {
        var options = new FetchingOptions();
        Assert.True(new FetchingOptionsValidator().Validate(null, options).Succeeded);
        Assert.Empty(options.AllowedNetworks);
        Assert.Equal(("NewsWatch/0.1", "NewsWatch"), (options.UserAgentLine, options.ProductToken));
    }

    [Fact]
    public void The_contact_is_sent_with_the_product()
        => Assert.Equal(
            "NewsWatch/0.1 (+https://watch.example/about)",
            new FetchingOptions { Contact = "https://watch.example/about" }.UserAgentLine);
}
