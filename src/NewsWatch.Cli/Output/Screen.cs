using System.CommandLine;
using Spectre.Console;

namespace NewsWatch.Cli.Output;

/// <summary>
/// What standard output and standard error lead to: the one place that decides on colour, width and progress. A terminal gets aligned
/// lists, colours and bars; a pipe or file gets none of these and nothing is wrapped.
/// </summary>
internal sealed class Screen
{
    private const int Narrowest = 40;

    /// <summary>What is written for machines is never wrapped.</summary>
    private const int Endless = 1_000_000;

    private Screen(bool isTerminal, bool hasColour, bool showsProgress, bool json)
    {
        IsTerminal = isTerminal;
        HasColour = hasColour;
        ShowsProgress = showsProgress;
        Json = json;
        Width = isTerminal ? Math.Max(Narrowest, TerminalWidth()) : Endless;
    }

    /// <summary>True where a person reads standard output as it comes.</summary>
    public bool IsTerminal { get; }

    /// <summary>True where standard output is coloured: <c>--color</c>, else <c>NO_COLOR</c>, else whether it is a terminal.</summary>
    public bool HasColour { get; }

    /// <summary>True where bars are shown, on standard error: never in a pipe, nor beside JSON.</summary>
    public bool ShowsProgress { get; }

    /// <summary>True where JSON is asked for.</summary>
    public bool Json { get; }

    /// <summary>Columns of the terminal; boundless elsewhere.</summary>
    public int Width { get; }

    /// <summary>Standard output.</summary>
    public static TextWriter Out => Console.Out;

    /// <summary>One that is no terminal: for machines.</summary>
    public static Screen ForMachines() => new(isTerminal: false, hasColour: false, showsProgress: false, json: false);

    /// <summary>The screen of a command line.</summary>
    public static Screen Of(ParseResult parse)
    {
        var json = parse.GetValue(CommonOptions.Json);
        var isTerminal = !Console.IsOutputRedirected;
        var canMove = Environment.GetEnvironmentVariable("TERM") is { Length: > 0 } and not "dumb" || OperatingSystem.IsWindows();
        var hasColour = parse.GetValue(CommonOptions.Color) switch
        {
            ColorWhen.Always => true,
            ColorWhen.Never => false,
            _ => isTerminal && canMove && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")),
        };
        return new(isTerminal, hasColour, !Console.IsErrorRedirected && canMove && !json, json);
    }

    /// <summary>The screen beside output that a command writes: a bar must not stand among what comes out on the terminal itself.</summary>
    /// <param name="output">File that is written; null or <c>-</c> for standard output.</param>
    public Screen Beside(string? output)
        => OutputFile.IsFile(output) || !IsTerminal ? this : new(IsTerminal, HasColour, showsProgress: false, Json);

    /// <summary>Standard output for styled text; prose is wrapped between words at the terminal's width.</summary>
    public IAnsiConsole Prose() => Make(Console.Out, HasColour, Width);

    /// <summary>Standard output for styled lines that are cut to the width already.</summary>
    public IAnsiConsole Lines() => Make(Console.Out, HasColour, Endless);

    /// <summary>Standard error for bars.</summary>
    public IAnsiConsole Bars()
    {
        var bars = Make(Console.Error, hasColour: true, Math.Max(Narrowest, TerminalWidth()));
        bars.Profile.Capabilities.ColorSystem = HasColour ? ColorSystem.Standard : ColorSystem.NoColors;
        bars.Profile.Capabilities.Interactive = true;
        return bars;
    }

    /// <summary>A remark for a person: to standard error, so that what is piped on stays clean. Not beside JSON.</summary>
    public void Note(string remark)
    {
        if (!Json)
            Console.Error.WriteLine(Outside.Line(remark));
    }

    private static IAnsiConsole Make(TextWriter writer, bool hasColour, int width)
    {
        var console = AnsiConsole.Create(new()
        {
            Ansi = hasColour ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = hasColour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(writer),
            Enrichment = new() { UseDefaultEnrichers = false },
        });
        console.Profile.Width = width;
        return console;
    }

    private static int TerminalWidth()
    {
        try
        {
            return Console.WindowWidth is > 0 and var width ? width : 80;
        }
        catch (IOException)
        {
            // Nothing tells how wide it is; eighty columns fit everywhere.
            return 80;
        }
    }
}

/// <summary>When output is coloured.</summary>
internal enum ColorWhen
{
    /// <summary>On a terminal, unless <c>NO_COLOR</c> is set.</summary>
    Auto,

    /// <summary>Also in a pipe.</summary>
    Always,

    /// <summary>Nowhere.</summary>
    Never,
}
