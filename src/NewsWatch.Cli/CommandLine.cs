using System.CommandLine;
using NewsWatch.Cli.Commands;
using NewsWatch.Cli.Output;
using NewsWatch.Cli.Usage;

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

    /// <summary>Exit code after SIGTERM, where that broke something off.</summary>
    public const int Terminated = 143;

    /// <summary>Runs one command line; returns its exit code.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        ArgumentNullException.ThrowIfNull(args);
        // "help feeds" is asked as often as "feeds --help".
        string[] asked = args is ["help", ..] ? [.. args.Skip(1), "--help"] : [.. args];
        var parsed = Build().Parse(asked, new ParserConfiguration { ResponseFileTokenReplacer = null });
        // A shell that completes asks about lines that are not finished.
        var isAsking = asked is [['[', ..], ..] || (parsed.Action is HelpWithExamples && asked.Any(arg => arg is "--help" or "-h" or "-?"));
        if (!isAsking && Refusal.Of(parsed, asked) is { } fault)
            return Refuse(fault, Unusable);
        using var interruption = new Interruption();
        return await RunAsync(parsed, interruption);
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
            VerifyCommand.Build(),
            CompactCommand.Build(),
            ExportCommand.Build(),
            ConfigCommand.Build(),
            DoctorCommand.Build(),
            AccountCommand.Build(),
            CompletionCommand.Build(),
        };
        HelpWithExamples.Give(root);
        return root;
    }

    private static async Task<int> RunAsync(ParseResult parsed, Interruption interruption)
    {
        try
        {
            var plain = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
            var code = await parsed.InvokeAsync(plain, interruption.Token);
            // A service that is told to stop and does has done all it was asked.
            return interruption.Code == Interrupted ? Interrupted : code;
        }
        catch (OperationCanceledException) when (interruption.Code is { } code)
        {
            return code;
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
