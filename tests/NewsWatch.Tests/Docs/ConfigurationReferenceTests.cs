using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NewsWatch.Review;

namespace NewsWatch.Tests.Docs;

public sealed class ConfigurationReferenceTests
{
    /// <summary>Settings beside which any one of the others is looked at.</summary>
    private static readonly Dictionary<string, string?> Base = new(StringComparer.Ordinal)
    {
        ["NewsWatch:SendAlerts:Channels:NAME:Kind"] = "Email",
        ["NewsWatch:SendAlerts:Channels:NAME:To:0"] = "desk@example.org",
        ["NewsWatch:SendAlerts:Email:Host"] = "smtp.example.org",
        ["NewsWatch:SendAlerts:Email:From"] = "alerts@example.org",
    };

    [Fact]
    public Task The_reference_tells_the_settings_that_there_are() => GeneratedPage.CheckAsync("configuration.md", ConfigurationReference.Write());

    [Fact]
    public void What_lies_outside_a_range_that_is_told_is_refused_by_its_name()
    {
        var checkedOnes = 0;
        foreach (var setting in ConfigurationReference.All().Where(setting => setting.IsMeasured))
        {
            var range = DocumentedRange.Read(XmlDocs.Of(setting.Property));
            Assert.True(range is not null, $"{setting.Key} tells no range.");
            foreach (var value in range.Outside(setting.Plain))
            {
                var refusals = Refusals(setting.Key, value);
                Assert.True(
                    refusals.Any(refusal => refusal.Contains(setting.Property.Name, StringComparison.Ordinal)),
                    $"{setting.Key} = {value} is taken, though it is told to be from {range.Low} to {range.High}. {string.Join(' ', refusals)}");
                checkedOnes++;
            }
        }
        Assert.True(checkedOnes > 60, $"Only {checkedOnes} values were looked at.");
    }

    private static IReadOnlyList<string> Refusals(string key, string value)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            new Dictionary<string, string?>(Base) { [key] = value }.Select(
                pair => new KeyValuePair<string, string?>(pair.Key.Replace("NAME", "desk", StringComparison.Ordinal), pair.Value))).Build();
        using var services = new ServiceCollection().AddLogging().AddNewsWatch(configuration).AddReview(configuration).BuildServiceProvider();
        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();
            return [];
        }
        catch (OptionsValidationException refusal)
        {
            return [.. refusal.Failures];
        }
        catch (AggregateException refusals)
        {
            return [.. refusals.InnerExceptions.SelectMany(refusal => ((OptionsValidationException)refusal).Failures)];
        }
    }
}
