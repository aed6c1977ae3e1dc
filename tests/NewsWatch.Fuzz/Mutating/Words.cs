using System.Globalization;
using System.Text;

namespace NewsWatch.Fuzz.Mutating;

/// <summary>Words of a language, from a dictionary as AFL has it: <c>name="word"</c> a line, <c>\xNN</c> for any byte.</summary>
internal static class Words
{
    /// <summary>The words of a dictionary; none where its name is null.</summary>
    public static IReadOnlyList<byte[]> Of(string? dictionary)
        => dictionary is null ? [] : [.. File.ReadLines(FileOf(dictionary)).Select(Word).OfType<byte[]>()];

    /// <summary>The file of a dictionary.</summary>
    public static string FileOf(string dictionary) => Path.Combine(AppContext.BaseDirectory, "Dictionaries", dictionary + ".dict");

    private static byte[]? Word(string line)
    {
        var (start, end) = (line.IndexOf('"', StringComparison.Ordinal), line.LastIndexOf('"'));
        if (line.StartsWith('#') || start < 0 || end <= start)
            return null;
        var word = new MemoryStream();
        for (var at = start + 1; at < end; at++)
            if (line[at] == '\\' && line[at + 1] == 'x')
            {
                word.WriteByte(byte.Parse(line.AsSpan(at + 2, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                at += 3;
            }
            else
            {
                word.Write(Encoding.UTF8.GetBytes([line[at] == '\\' ? line[++at] : line[at]]));
            }
        return word.ToArray();
    }
}
