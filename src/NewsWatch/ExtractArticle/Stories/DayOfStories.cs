using System.Text.Json;
using NewsWatch.Storage;

namespace NewsWatch.ExtractArticle.Stories;

/// <summary>A line of the index with its signature unpacked.</summary>
internal sealed record IndexedText(StoryLine Line, MinHash Signature);

/// <summary>A day's blob as far as it has been read.</summary>
internal sealed record DayOfStories(int Length, IReadOnlyList<IndexedText> Texts)
{
    public static DayOfStories Empty { get; } = new(0, []);

    /// <summary>
    /// This day with the lines that a blob has beyond those read before; only whole lines are taken, and of a damaged one
    /// <paramref name="passOver"/> is told where it begins and what is wrong.
    /// </summary>
    public DayOfStories WithLinesOf(StoredBlob? blob, Action<int, string> passOver)
    {
        if (blob is null || blob.Content.Length == Length)
            return this;
        if (blob.Content.Length < Length)
            return Empty.WithLinesOf(blob, passOver);
        var texts = new List<IndexedText>(Texts);
        var at = Length;
        while (blob.Content.Span[at..].IndexOf((byte)'\n') is >= 0 and var end)
        {
            var written = blob.Content.Span.Slice(at, end);
            try
            {
                if (end > 0 && JsonSerializer.Deserialize(written, StoryJson.Default.StoryLine) is { } line && MinHash.Parse(line.Signature) is { } signature)
                    texts.Add(new(line, signature));
            }
            catch (JsonException damage)
            {
                passOver(at, damage.Message);
            }

            at += end + 1;
        }

        return new(at, texts);
    }
}
