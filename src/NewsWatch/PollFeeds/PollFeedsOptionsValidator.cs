using Microsoft.Extensions.Options;

namespace NewsWatch.PollFeeds;

/// <summary>What ranges alone cannot say: which bounds belong together.</summary>
internal sealed class PollFeedsOptionsValidator : IValidateOptions<PollFeedsOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, PollFeedsOptions options)
    {
        if (options.MinInterval > options.DefaultInterval || options.DefaultInterval > options.MaxInterval)
            return Fail(nameof(options.DefaultInterval), $"from {nameof(options.MinInterval)} to {nameof(options.MaxInterval)}", options.DefaultInterval);
        if (options.FirstBackoff > options.MaxBackoff)
            return Fail(nameof(options.FirstBackoff), $"at most {nameof(options.MaxBackoff)}", options.FirstBackoff);
        return ValidateOptionsResult.Success;
    }

    private static ValidateOptionsResult Fail(string key, string rule, TimeSpan value)
        => ValidateOptionsResult.Fail($"{PollFeedsOptions.Section}:{key} must be {rule}, not {value:c}.");
}
