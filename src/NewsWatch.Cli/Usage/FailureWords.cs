using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using NewsWatch.PollFeeds.WatchLists;
using NewsWatch.Storage;

namespace NewsWatch.Cli.Usage;

/// <summary>A failure in one line: what, where, and what to do.</summary>
internal static partial class FailureWords
{
    /// <summary>True where the command line or a setting is at fault.</summary>
    public static bool IsOfUsage(Exception failure)
        => failure is UsageException || Settings(failure) is not null || IsUnreadableSetting(failure);

    /// <summary>The line.</summary>
    public static string Of(Exception failure)
    {
        if (Settings(failure) is { } faults)
            return string.Join(' ', faults);
        return failure is UsageException or FailureException or StorageUnavailableException or WatchListException
            || IsUnreadableSetting(failure)
            ? failure.Message.ReplaceLineEndings(" ")
            : $"This should not have happened ({failure.GetType().Name}: {failure.Message.ReplaceLineEndings(" ").TrimEnd('.')})."
                + " Say --verbose to see where.";
    }

    /// <summary>What is wrong with the settings, a sentence each; null where something else has failed.</summary>
    public static IEnumerable<string>? Settings(Exception failure) => failure switch
    {
        OptionsValidationException refusal => refusal.Failures.Select(Sentence),
        AggregateException refusals when refusals.InnerExceptions.All(one => one is OptionsValidationException)
            => refusals.InnerExceptions.SelectMany(one => ((OptionsValidationException)one).Failures.Select(Sentence)),
        _ => null,
    };

    /// <summary>What an attribute has to say comes framed in the framework's own words.</summary>
    private static string Sentence(string fault) => Framed().Match(fault) is { Success: true } match ? match.Groups[1].Value : fault;

    [GeneratedRegex("^DataAnnotation validation failed for .* with the error: '(.*)'\\.$", RegexOptions.NonBacktracking | RegexOptions.Singleline)]
    private static partial Regex Framed();

    /// <summary>A setting is not of its option's type: the binder's message names value and key. By its words, since the binder is generated code.</summary>
    private static bool IsUnreadableSetting(Exception failure)
        => failure is InvalidOperationException && failure.Message.StartsWith("Failed to convert configuration value", StringComparison.Ordinal);
}
