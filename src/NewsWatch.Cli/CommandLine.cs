using System.CommandLine;
using Microsoft.Extensions.Options;
using NewsWatch.Cli.Commands;
using NewsWatch.PollFeeds.WatchLists;
using NewsWatch.Storage;

namespace NewsWatch.Cli;

/// <summary>The verbs of <c>newswatch</c>; each is a file in <c>Commands</c>.</summary>
public static class CommandLine
{
    /// <summary>Exit code where the command could not run as given: bad option, file, setting or store.</summary>
    public const int Unusable = 2;

    /// <summary>Runs one command line; returns its exit code.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        var parsed = Build().Parse(args);
        if (parsed.Errors is [var error, ..])
            return await RefuseAsync($"{error.Message} Try --help.");
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception refusal) when (refusal is UsageException or StorageUnavailableException or WatchListException)
        {
            return await RefuseAsync(refusal.Message);
        }
        catch (Exception refusal) when (IsUnreadableSetting(refusal))
        {
            return await RefuseAsync(refusal.Message);
        }
        catch (OptionsValidationException refusal)
        {
            return await RefuseAsync(string.Join(' ', refusal.Failures));
        }
        catch (AggregateException refusals) when (refusals.InnerExceptions.All(refusal => refusal is OptionsValidationException))
        {
            return await RefuseAsync(
                string.Join(' ', refusals.InnerExceptions.SelectMany(refusal => ((OptionsValidationException)refusal).Failures)));
        }
    }

    /// <summary>A setting is not of its option's type: the binder's message names value and key.</summary>
    private static bool IsUnreadableSetting(Exception failure)
        => failure is InvalidOperationException { Source: "Microsoft.Extensions.Configuration.Binder" };

    /// <summary>The whole command tree.</summary>
    public static RootCommand Build() => new("Watches the news for agreements between states.")
    {
        CommonOptions.Data,
        CommonOptions.Json,
        DemoCommand.Build(),
        RunCommand.Build(),
        PollCommand.Build(),
        StatusCommand.Build(),
        ReplayCommand.Build(),
        ExtractCommand.Build(),
        ClassifyCommand.Build(),
        FeedsCommand.Build(),
        AgreementsCommand.Build(),
        DevelopmentsCommand.Build(),
        ReclassifyCommand.Build(),
        ExportCommand.Build(),
        AlertsCommand.Build(),
        ConfigCommand.Build(),
        AccountCommand.Build(),
    };

    private static async Task<int> RefuseAsync(string message)
    {
        await Console.Error.WriteLineAsync($"newswatch: {message.ReplaceLineEndings(" ")}");
        return Unusable;
    }
}
