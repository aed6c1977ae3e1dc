using System.Text.Json;

namespace NewsWatch.ExtractArticle.Stories;

/// <summary>A line of the index with its signature unpacked.</summary>
internal sealed record IndexedText(string Article, string Outlet, string Hash, MinHash Signature);

/// <summary>
/// A day's blob as far as it has been read. Later states of a day share the array of its texts with earlier ones, each of which looks no
/// further than its own count: a day is read on, not copied.
/// </summary>
/// <param name="Length">Bytes read, whole lines all.</param>
/// <param name="Texts">Texts in the order of their lines; those from <paramref name="Count"/> on are not this state's.</param>
/// <param name="Count">How many texts.</param>
internal sealed record DayOfStories(long Length, IndexedText[] Texts, int Count)
{
    private const int Fewest = 64;

    public static DayOfStories Empty { get; } = new(0, [], 0);

    /// <summary>
    /// This day with the lines that follow; only whole lines are taken, and of a damaged one <paramref name="passOver"/> is told where it
    /// begins and what is wrong. To be called on the latest state only.
    /// </summary>
    public DayOfStories With(ReadOnlySpan<byte> lines, Action<long, string> passOver)
    {
        var (at, texts, count) = (Length, Texts, Count);
        while (lines.IndexOf((byte)'\n') is >= 0 and var end)
        {
            if (Read(lines[..end], at, passOver) is { } text)
            {
                if (count == texts.Length)
                    Array.Resize(ref texts, Math.Max(Fewest, count * 2));
                texts[count++] = text;
            }
            at += end + 1;
            lines = lines[(end + 1)..];
        }
        return at == Length ? this : new(at, texts, count);
    }

    private static IndexedText? Read(ReadOnlySpan<byte> written, long at, Action<long, string> passOver)
    {
        try
        {
            return !written.IsEmpty && JsonSerializer.Deserialize(written, StoryJson.Default.StoryLine) is { } line && MinHash.Parse(line.Signature) is { } signature
                ? new(line.Article, line.Outlet, line.Hash, signature)
                : null;
        }
        catch (JsonException damage)
        {
            passOver(at, damage.Message);
            return null;
        }
    }
}
