using System.Net;
using Microsoft.Extensions.Options;

namespace NewsWatch.Fetching;

/// <summary>Refuses options out of range, naming the key.</summary>
internal sealed class FetchingOptionsValidator : IValidateOptions<FetchingOptions>
{
    public ValidateOptionsResult Validate(string? name, FetchingOptions options)
    {
        List<string> faults = [];
        Check(IsUserAgent(options.UserAgentLine), nameof(options.UserAgent), "with Contact must make a User-Agent such as NewsWatch/0.1");
        for (var index = 0; index < options.AllowedNetworks.Count; index++)
            Check(
                IPNetwork.TryParse(options.AllowedNetworks[index], out _),
                $"{nameof(options.AllowedNetworks)}:{index}",
                $"must be a network such as 10.1.0.0/16, not '{options.AllowedNetworks[index]}'");
        CheckTime(options.Timeout, nameof(options.Timeout), TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10));
        CheckTime(options.TotalTimeout, nameof(options.TotalTimeout), TimeSpan.FromSeconds(1), TimeSpan.FromHours(1));
        CheckTime(options.ConnectTimeout, nameof(options.ConnectTimeout), TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(2));
        CheckNumber(options.MaxBytes, nameof(options.MaxBytes), 1024, 256 * 1024 * 1024);
        CheckNumber(options.MaxHeaderKiB, nameof(options.MaxHeaderKiB), 1, 1024);
        CheckNumber(options.MaxRedirects, nameof(options.MaxRedirects), 0, 20);
        CheckNumber(options.PerHostConcurrency, nameof(options.PerHostConcurrency), 1, 16);
        CheckTime(options.PerHostSpacing, nameof(options.PerHostSpacing), TimeSpan.Zero, TimeSpan.FromMinutes(1));
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);

        void Check(bool holds, string key, string what)
        {
            if (!holds)
                faults.Add($"{FetchingOptions.Section}:{key} {what}.");
        }

        void CheckTime(TimeSpan value, string key, TimeSpan least, TimeSpan most)
            => Check(value >= least && value <= most, key, $"must be from {least} to {most}, not {value}");

        void CheckNumber(int value, string key, int least, int most)
            => Check(value >= least && value <= most, key, $"must be from {least} to {most}, not {value}");
    }

    private static bool IsUserAgent(string line)
    {
        using var request = new HttpRequestMessage();
        return request.Headers.UserAgent.TryParseAdd(line) && char.IsAsciiLetter(line[0]);
    }
}
