using System.Globalization;

namespace NewsWatch.Text.Tables;

/// <summary>A row of a table, which knows where it stands, so that a mistake in it names its line.</summary>
/// <param name="Resource">Name of the table.</param>
/// <param name="Number">Line, from 1.</param>
/// <param name="Columns">What stands between the tabs.</param>
internal sealed record DataRow(string Resource, int Number, string[] Columns)
{
    /// <summary>A column, from 0.</summary>
    /// <exception cref="FormatException">The row has fewer columns.</exception>
    public string this[int column] => column < Columns.Length ? Columns[column] : throw Wrong($"has {Columns.Length} columns and needs {column + 1}");

    /// <summary>The words of a column, parted by <paramref name="separator"/>, none empty.</summary>
    public string[] Words(int column, char separator = ' ')
        => this[column].Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>A whole number, with a sign where it has one.</summary>
    /// <exception cref="FormatException">The column holds no number.</exception>
    public int Number32(int column)
        => int.TryParse(this[column], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Wrong($"has '{this[column]}' where a number belongs");

    /// <summary>A number, with a point for its fraction.</summary>
    /// <exception cref="FormatException">The column holds no number.</exception>
    public float Single(int column)
        => float.TryParse(this[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Wrong($"has '{this[column]}' where a number belongs");

    /// <summary>One of an enumeration's names.</summary>
    /// <exception cref="FormatException">The enumeration has no such name.</exception>
    public T Name<T>(int column)
        where T : struct, Enum
        => Enum.TryParse<T>(this[column], out var value) && !char.IsAsciiDigit(this[column][0])
            ? value
            : throw Wrong($"has '{this[column]}', which is no {typeof(T).Name}");

    /// <summary>One of an enumeration's names as messages and files write them.</summary>
    /// <exception cref="FormatException">The enumeration has no such name.</exception>
    public T WireName<T>(int column)
        where T : struct, Enum
        => NewsWatch.WireName.Parse<T>(this[column]) ?? throw Wrong($"has '{this[column]}', which is no {typeof(T).Name}");

    /// <summary>What to throw for a mistake in this row, with its table and line.</summary>
    public FormatException Wrong(string what) => new($"Line {Number} of {Resource} {what}.");
}
