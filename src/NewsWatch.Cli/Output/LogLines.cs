using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using NewsWatch.Text;

namespace NewsWatch.Cli.Output;

/// <summary>How <see cref="LogLines"/> are written.</summary>
internal sealed class LogLinesOptions : ConsoleFormatterOptions
{
    /// <summary>True to say which part of the program speaks, and where a failure came from.</summary>
    public bool ShowsOrigin { get; set; }
}

/// <summary>Log lines for people: <c>newswatch: warning: what</c>, one line each.</summary>
internal sealed class LogLines(IOptionsMonitor<LogLinesOptions> options) : ConsoleFormatter(LogLines.FormatterName)
{
    /// <summary>Name of the formatter.</summary>
    public const string FormatterName = "newswatch";

    /// <inheritdoc/>
    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var message = logEntry.Formatter(logEntry.State, logEntry.Exception);
        var origin = options.CurrentValue.ShowsOrigin ? $" ({logEntry.Category})" : "";
        var cause = logEntry.Exception is { } failure ? $" ({failure.Message.TrimEnd('.')})" : "";
        textWriter.WriteLine(Outside.Line(ShownAddress.In($"newswatch: {Level(logEntry.LogLevel)}{message}{cause}{origin}")));
        if (logEntry.Exception is { } thrown && options.CurrentValue.ShowsOrigin)
            textWriter.WriteLine(Outside.Text(ShownAddress.In(thrown.ToString())));
    }

    private static string Level(LogLevel level) => level switch
    {
        LogLevel.Warning => "warning: ",
        LogLevel.Error or LogLevel.Critical => "error: ",
        _ => "",
    };
}
