using System.CommandLine;
using System.Runtime.InteropServices;
using Microsoft.Extensions.Options;
using NewsWatch.Cli.Commands;
using NewsWatch.Cli.Output;
using NewsWatch.Cli.Usage;
using NewsWatch.PollFeeds.WatchLists;
using NewsWatch.Storage;

namespace NewsWatch.Cli;

/// <summary>The verbs of <c>newswatch</c>; each is a file in <c>Commands</c>. Whatever goes wrong is one line on standard error.</summary>
public static class CommandLine
{
    /// <summary>Exit code where the command could not do what it was rightly asked: a file, an address, the store.</summary>
    public const int Failed = 1;

    /// <summary>Exit code where it could not be run as asked: a verb, an option, a setting.</summary>
    public const int Unusable = 2;

    /// <summary>Exit code after Ctrl+C.</summary>
    public const int Interrupted = 130;

    /// <summary>Runs one command line; returns its exit code.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        ArgumentNullException.ThrowIfNull(args);
        // "help feeds" is asked as often as "feeds --help".
        string[] asked = args is ["help", ..] ? [.. args.Skip(1), "--help"] : [.. args];
        var parsed = Build().Parse(asked, new ParserConfiguration { ResponseFileTokenReplacer = null });
        var isHelp = parsed.Action is HelpWithExamples && asked.Any(arg => arg is "--help" or "-h" or "-?");
        if (!isHelp && Refusal.Of(parsed, asked) is { } fault)
            return Refuse(fault, Unusable);
        var isInterrupted = false;
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, _ => isInterrupted = true);
        var code = await RunAsync(parsed, () => isInterrupted);
        return isInterrupted ? Interrupted : code;
    }

    /// <summary>The whole command tree.</summary>
    public static RootCommand Build()
    {
        RootCommand root = new("Watches the news for agreements between states.")
        {
            CommonOptions.Data,
            CommonOptions.Json,
            CommonOptions.Color,
            CommonOptions.Verbose,
            DemoCommand.Build(),
            RunCommand.Build(),
            PollCommand.Build(),
            StatusCommand.Build(),
            FeedsCommand.Build(),
            ArticlesCommand.Build(),
            AgreementsCommand.Build(),
            DevelopmentsCommand.Build(),
            AlertsCommand.Build(),
            ExtractCommand.Build(),
            ClassifyCommand.Build(),
            ReclassifyCommand.Build(),
            ReplayCommand.Build(),
            ExportCommand.Build(),
            ConfigCommand.Build(),
            DoctorCommand.Build(),
            AccountCommand.Build(),
            CompletionCommand.Build(),
        };
        HelpWithExamples.Give(root);
        return root;
    }

    private static async Task<int> RunAsync(ParseResult parsed, Func<bool> isInterrupted)
    {
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (OperationCanceledException) when (isInterrupted())
        {
            return Interrupted;
        }
        catch (Exception failure)
        {
            var code = FailureWords.IsOfUsage(failure) ? Unusable : Failed;
            if (parsed.GetValue(CommonOptions.Verbose))
                await Console.Error.WriteLineAsync(failure.ToString());
            return Refuse(FailureWords.Of(failure), code);
        }
    }

    private static int Refuse(string message, int code)
    {
        Console.Error.WriteLine(Outside.Line($"newswatch: {message}"));
        return code;
    }
}
