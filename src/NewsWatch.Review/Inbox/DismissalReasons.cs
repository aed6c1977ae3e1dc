namespace NewsWatch.Review.Inbox;

/// <summary>The rows of <c>reasons.tsv</c>: reasons that a dismissal from the list may give without typing.</summary>
internal static class DismissalReasons
{
    /// <summary>Every reason, in the table's order.</summary>
    public static IReadOnlyList<(string Key, string Text)> All { get; } = [.. Read()];

    /// <summary>The wording of a reason; null for a key that is none.</summary>
    public static string? TextOf(string? key) => All.FirstOrDefault(reason => reason.Key == key).Text;

    private static IEnumerable<(string Key, string Text)> Read()
    {
        using var stream = typeof(DismissalReasons).Assembly.GetManifestResourceStream("inbox-reasons.tsv")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (!line.StartsWith('#') && line.Split('\t') is [var key, var text])
                yield return (key, text);
    }
}
