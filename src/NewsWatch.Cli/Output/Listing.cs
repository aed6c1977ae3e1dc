using Spectre.Console;
using Spectre.Console.Rendering;

namespace NewsWatch.Cli.Output;

/// <summary>A column of a list.</summary>
/// <param name="Heading">Its heading, on a terminal.</param>
internal sealed record Column(string Heading)
{
    /// <summary>True where it may be cut to fit the terminal; ids, days and states never are.</summary>
    public bool Gives { get; init; }

    /// <summary>True for numbers, which stand to the right.</summary>
    public bool IsNumber { get; init; }
}

/// <summary>
/// A list of rows, as <c>gh</c> prints them: on a terminal aligned under headings, a row a line, cut where it does not fit; in a pipe
/// tab-separated columns in the same order, whole and without a heading.
/// </summary>
internal sealed class Listing(params IReadOnlyList<Column> columns)
{
    private const int Gap = 2;
    private const int NarrowestGiving = 12;

    private readonly List<string[]> rows = [];

    /// <summary>Adds a row; text from outside is made safe here.</summary>
    public void Add(params IEnumerable<string?> cells) => rows.Add([.. cells.Select(Outside.Line)]);

    /// <summary>Prints the rows.</summary>
    public void Print(Screen screen)
    {
        if (screen.IsTerminal)
            PrintAligned(screen);
        else
            foreach (var row in rows)
                Screen.Out.WriteLine(string.Join('\t', row));
    }

    // Spectre's table wraps what does not fit into several lines; a row of a list is one line.
    private void PrintAligned(Screen screen)
    {
        if (rows.Count == 0)
            return;
        string[] headings = [.. columns.Select(column => column.Heading)];
        var shown = Enumerable.Range(0, columns.Count).ToList();
        var widths = columns.Select((_, at) => rows.Append(headings).Max(row => Width(row[at]))).ToArray();
        // Where even short pieces do not fit beside each other, the last columns that may be cut are left out: --json has them.
        while (!Fits(shown, widths, screen.Width) && shown.Where(at => columns[at].Gives).Skip(1).Any())
            shown.Remove(shown.Last(at => columns[at].Gives));
        Shrink(shown, widths, screen.Width);
        if (headings.Any(heading => heading.Length > 0))
        {
            var console = screen.Lines();
            console.Write(new Spectre.Console.Text(Line(headings, shown, widths), new Style(decoration: Decoration.Bold)));
            console.WriteLine();
        }
        foreach (var row in rows)
            Screen.Out.WriteLine(Line(row, shown, widths));
    }

    /// <summary>True where the columns can be made to fit.</summary>
    private bool Fits(List<int> shown, int[] widths, int whole)
        => Whole(shown, at => columns[at].Gives ? Math.Min(widths[at], NarrowestGiving) : widths[at]) <= whole;

    /// <summary>Takes what is too much from the columns that give, the widest first.</summary>
    private void Shrink(List<int> shown, int[] widths, int whole)
    {
        while (Whole(shown, at => widths[at]) is var needed && needed > whole)
        {
            var widest = shown.Where(at => columns[at].Gives && widths[at] > NarrowestGiving).OrderByDescending(at => widths[at])
                .Select(at => (int?)at).FirstOrDefault();
            if (widest is not { } one)
                break;
            widths[one] = Math.Max(NarrowestGiving, widths[one] - Math.Max(1, Math.Min(needed - whole, widths[one] / 4)));
        }
    }

    private static int Whole(List<int> shown, Func<int, int> widthOf) => shown.Sum(widthOf) + (Gap * (shown.Count - 1));

    private string Line(string[] row, List<int> shown, int[] widths) => string.Join(
        new string(' ', Gap), shown.Select(at => Padded(Cut(row[at], widths[at]), widths[at], columns[at].IsNumber))).TrimEnd();

    private static string Padded(string cell, int width, bool right)
        => new string(' ', Math.Max(0, width - Width(cell))) is var blanks && right ? blanks + cell : cell + blanks;

    private static string Cut(string cell, int width)
    {
        if (Width(cell) <= width)
            return cell;
        var end = cell.Length;
        while (end > 0 && Width(cell[..end]) > width - 1)
            end--;
        return (end > 0 && char.IsHighSurrogate(cell[end - 1]) ? cell[..(end - 1)] : cell[..end]) + "…";
    }

    /// <summary>Cells of the terminal: letters of East Asia take two.</summary>
    private static int Width(string text) => new Segment(text).CellCount();
}
