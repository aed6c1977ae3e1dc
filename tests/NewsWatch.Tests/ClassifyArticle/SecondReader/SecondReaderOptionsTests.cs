using Microsoft.Extensions.Options;
using NewsWatch.Tests.ExtractArticle.Doubles;

namespace NewsWatch.Tests.ClassifyArticle.SecondReader;

public sealed class SecondReaderOptionsTests
{
    private const string Prefix = "NewsWatch:ClassifyArticle:SecondReader:";

    [Theory]
    [InlineData("Endpoint", "http://llm.example.org/v1", "Endpoint must be an https address, or an http address of this machine such as http://127.0.0.1:11434/v1.")]
    [InlineData("Endpoint", "https://user:word@llm.example.org/v1", "Endpoint must be an https address, or an http address of this machine such as http://127.0.0.1:11434/v1.")]
    [InlineData("Model", " ", "Model must name the model to ask.")]
    [InlineData("ApiKey", "two words", "ApiKey must be a key without spaces and control characters.")]
    [InlineData("MostCallsADay", "0", "MostCallsADay must be from 1 to 100000.")]
    [InlineData("MostCharacters", "99", "MostCharacters must be from 500 to 100000.")]
    [InlineData("MostAnswerTokens", "1", "MostAnswerTokens must be from 100 to 16000.")]
    [InlineData("Timeout", "00:03:00", "Timeout must be from 1 second to 2 minutes.")]
    [InlineData("Retries", "9", "Retries must be from 0 to 3.")]
    public async Task A_setting_that_cannot_work_is_refused_by_its_name(string key, string value, string message)
    {
        var settings = new Dictionary<string, string> { ["Endpoint"] = "https://llm.example.org/v1", ["Model"] = "tiny", [key] = value };
        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => AskAsync([.. settings.Select(setting => (setting.Key, setting.Value))]));
        Assert.Equal(Prefix + message, Assert.Single(refusal.Failures));
    }

    [Fact]
    public async Task A_model_without_an_endpoint_is_refused()
    {
        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => AskAsync(("Model", "tiny")));
        Assert.Equal($"{Prefix}Endpoint must be given with Model and ApiKey.", Assert.Single(refusal.Failures));
    }

    [Fact]
    public async Task Developments_cannot_be_confirmed_without_an_endpoint()
    {
        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => AskAsync(("ConfirmDevelopments", "true")));
        Assert.Equal($"{Prefix}ConfirmDevelopments needs an Endpoint and a Model to ask.", Assert.Single(refusal.Failures));
    }

    [Theory]
    [InlineData("http://localhost:11434/v1")]
    [InlineData("http://[::1]:11434/v1")]
    [InlineData("https://llm.example.org/v1")]
    public async Task Https_and_this_machine_are_taken(string endpoint) => await AskAsync(("Endpoint", endpoint), ("Model", "tiny"));

    private static Task<Classification> AskAsync(params (string, string)[] settings) => SecondReaders.With(new MemoryBlobs(new Crashes()), settings)
        .ReadAsync(new("", "Nothing."), new(false, 0, [], "rules"), null, default);
}
