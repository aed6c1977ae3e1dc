using System.Text.Json;
using NewsWatch.Storage;

namespace NewsWatch.ExtractArticle.Stories;

/// <summary>A line of the index with its signature unpacked.</summary>
internal sealed record IndexedText(StoryLine Line, MinHash Signature);

/// <summary>A day's blob as far as it has been read.</summary>
internal sealed record DayOfStories(int Length, IReadOnlyList<IndexedText> Texts)
{
    public static DayOfStories Empty { get; } = new(0, []);

    /// <summary>This day with the lines that a blob has beyond those read before; only whole lines are taken.</summary>
    public DayOfStories WithLinesOf(StoredBlob? blob)
    {
        if (blob is null || blob.Content.Length == Length)
            return this;
        if (blob.Content.Length < Length)
            return Empty.WithLinesOf(blob);
        var rest = blob.Content.Span[Length..];
        var whole = rest[..(rest.LastIndexOf((byte)'\n') + 1)];
        var texts = new List<IndexedText>(Texts);
        foreach (var range in whole.Split((byte)'\n'))
            if (!whole[range].IsEmpty
                && JsonSerializer.Deserialize(whole[range], StoryJson.Default.StoryLine) is { } line
                && MinHash.Parse(line.Signature) is { } signature)
                texts.Add(new(line, signature));
        return new(Length + whole.Length, texts);
    }
}
