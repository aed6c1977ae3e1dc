using System.CommandLine;
using NewsWatch.Cli.Output;
using NewsWatch.Notices;
using NewsWatch.SendAlerts;

namespace NewsWatch.Cli.Commands;

/// <summary><c>newswatch alerts show DEVELOPMENT</c>: what was told of one development, to whom, and how it went.</summary>
internal static class AlertsShowCommand
{
    /// <summary>The development that is asked for.</summary>
    public static Argument<string> Development { get; } = new("DEVELOPMENT")
    {
        Description = "Id of a development, as newswatch alerts history shows it.",
    };

    public static Command Build()
    {
        var command = new Command("show", "What was told of a development, to whom, and how that went.") { Development };
        command.SetAction(RunAsync);
        return command;
    }

    /// <summary>The id asked for.</summary>
    /// <exception cref="FailureException">It can be none.</exception>
    public static string IdOf(ParseResult parse)
    {
        var id = parse.GetRequiredValue(Development);
        var isId = id.Length is > 0 and <= 190
            && id.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '-' or '_')
            && char.IsAsciiLetterOrDigit(id[0]);
        return isId ? id : throw Untold(id);
    }

    /// <summary>That nothing was told of such a development.</summary>
    public static FailureException Untold(string id)
        => new($"Nothing was told of a development {id}. newswatch alerts history --days 3650 lists what was.");

    private static async Task<int> RunAsync(ParseResult parse, CancellationToken cancellation)
    {
        await using var workspace = Workspace.Open(parse);
        var id = IdOf(parse);
        if (await workspace.Get<AlertHistory>().FindAsync(id, cancellation) is not { } record)
            throw Untold(id);
        var text = NoticeFormats.Render(record.Notice, "text");
        if (workspace.Json)
            JsonOutput.Write(json =>
            {
                AlertsHistoryCommand.Write(json, record);
                json.WriteString("text", text);
            });
        else
        {
            Screen.Out.WriteLine(Outside.Text(text.TrimEnd()));
            Screen.Out.WriteLine();
            AlertsHistoryCommand.Print([record], workspace.Screen);
        }
        return 0;
    }
}
