namespace NewsWatch.SettingsCheck;

/// <summary>Which word was meant.</summary>
public static class NearestWord
{
    /// <summary>A remark such as <c>; did you mean 'signed'?</c>; nothing where no word is near.</summary>
    public static string Hint(string written, IEnumerable<string> words) => Of(written, words) is { } word ? $"; did you mean '{word}'?"
        : "";

    /// <summary>
    /// The word that has it in it, or takes the fewest changes, at most a third of its letters; null where there is none.
    /// </summary>
    public static string? Of(string written, IEnumerable<string> words)
    {
        var (best, least) = ((string?)null, int.MaxValue);
        foreach (var word in words)
        {
            var changes = written.Length > 3 && word.Contains(written, StringComparison.OrdinalIgnoreCase) ? 1 : Changes(written, word);
            if (changes < least && changes <= Math.Max(word.Length, written.Length) / 3)
                (best, least) = (word, changes);
        }
        return best;
    }

    /// <summary>Letters added, left out, exchanged, or swapped with the next (optimal string alignment), in whatever case.</summary>
    private static int Changes(string from, string to)
    {
        var table = new int[from.Length + 1, to.Length + 1];
        for (var row = 0; row <= from.Length; row++)
            for (var column = 0; column <= to.Length; column++)
                table[row, column] = row == 0 || column == 0 ? row + column : Least(table, from, to, row, column);
        return table[from.Length, to.Length];
    }

    private static int Least(int[,] table, string from, string to, int row, int column)
    {
        var isSame = IsSame(from[row - 1], to[column - 1]);
        var least = Math.Min(Math.Min(table[row - 1, column], table[row, column - 1]) + 1, table[row - 1, column - 1] + (isSame ? 0 : 1));
        var isSwapped = row > 1 && column > 1 && IsSame(from[row - 1], to[column - 2]) && IsSame(from[row - 2], to[column - 1]);
        return isSwapped ? Math.Min(least, table[row - 2, column - 2] + 1) : least;
    }

    private static bool IsSame(char one, char other) => char.ToLowerInvariant(one) == char.ToLowerInvariant(other);
}
