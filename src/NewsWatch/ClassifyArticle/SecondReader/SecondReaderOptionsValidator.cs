using Microsoft.Extensions.Options;

namespace NewsWatch.ClassifyArticle.SecondReader;

/// <summary>Refuses options that cannot work, naming the key.</summary>
internal sealed class SecondReaderOptionsValidator : IValidateOptions<SecondReaderOptions>
{
    public ValidateOptionsResult Validate(string? name, SecondReaderOptions options)
    {
        var faults = new List<string>();
        if (options.Endpoint is { } endpoint)
        {
            Check(IsSafe(endpoint), nameof(options.Endpoint), "must be an https address, or an http address of this machine such as http://127.0.0.1:11434/v1");
            Check(!string.IsNullOrWhiteSpace(options.Model), nameof(options.Model), "must name the model to ask");
        }
        else
        {
            Check(options.Model is null && options.ApiKey is null, nameof(options.Endpoint), "must be given with Model and ApiKey");
            Check(!options.ConfirmDevelopments, nameof(options.ConfirmDevelopments), "needs an Endpoint and a Model to ask");
        }

        Check(options.ApiKey is null || IsToken(options.ApiKey), nameof(options.ApiKey), "must be a key without spaces and control characters");
        Check(options.MostCallsADay is >= 1 and <= 100_000, nameof(options.MostCallsADay), "must be from 1 to 100000");
        Check(options.MostCharacters is >= 500 and <= 100_000, nameof(options.MostCharacters), "must be from 500 to 100000");
        Check(options.MostAnswerTokens is >= 100 and <= 16_000, nameof(options.MostAnswerTokens), "must be from 100 to 16000");
        Check(
            options.Timeout >= TimeSpan.FromSeconds(1) && options.Timeout <= TimeSpan.FromMinutes(2), nameof(options.Timeout), "must be from 1 second to 2 minutes");
        Check(options.Retries is >= 0 and <= 3, nameof(options.Retries), "must be from 0 to 3");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);

        void Check(bool holds, string key, string what)
        {
            if (!holds)
                faults.Add($"{SecondReaderOptions.Section}:{key} {what}.");
        }
    }

    /// <summary>Articles and key go in the clear on this machine only.</summary>
    private static bool IsSafe(Uri endpoint) => endpoint.IsAbsoluteUri
        && endpoint.UserInfo.Length == 0
        && (endpoint.Scheme == Uri.UriSchemeHttps || (endpoint.Scheme == Uri.UriSchemeHttp && endpoint.IsLoopback));

    private static bool IsToken(string key) => key.Length > 0 && key.All(letter => letter is > ' ' and <= '~');
}
