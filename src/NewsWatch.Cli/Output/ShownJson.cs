using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using NewsWatch.Text;

namespace NewsWatch.Cli.Output;

/// <summary>
/// The framework's log lines in JSON, with the addresses in them as they may be shown: in messages, in the values beside them and in
/// exceptions, whoever wrote them.
/// </summary>
internal sealed class ShownJson(IServiceProvider services) : ConsoleFormatter(ShownJson.FormatterName)
{
    /// <summary>Name of the formatter.</summary>
    public const string FormatterName = "newswatch-json";

    // Not asked for at once: this is one of them.
    private readonly Lazy<ConsoleFormatter> json = new(
        () => services.GetServices<ConsoleFormatter>().First(one => one.Name == ConsoleFormatterNames.Json));

    /// <inheritdoc/>
    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        using var line = new StringWriter();
        json.Value.Write(logEntry, scopeProvider, line);
        textWriter.Write(ShownAddress.In(line.ToString()));
    }
}
