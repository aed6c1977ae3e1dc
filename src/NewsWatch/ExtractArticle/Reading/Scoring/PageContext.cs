using System.Runtime.InteropServices;
using NewsWatch.ExtractArticle.Reading.Blocks;
using NewsWatch.ExtractArticle.Reading.Parsing;

namespace NewsWatch.ExtractArticle.Reading.Scoring;

/// <summary>What is found once a page and asked for each block.</summary>
internal sealed class PageContext
{
    /// <summary>A heading with more of its text in links is another article's.</summary>
    private const float Linked = 0.8f;

    private readonly Dictionary<int, int> repeats = [];
    private readonly int[] fingerprints;
    private readonly int[] templates;

    /// <param name="map">The page.</param>
    /// <param name="stated">What the page states about its article elsewhere.</param>
    public PageContext(PageMap map, StatedText stated)
    {
        Words = WordHashes.Of(map);
        Main = MainBox.Of(map);
        Title = Known(stated.Title);
        Description = Known(stated.Description);
        Body = Known(stated.Body, 60);
        fingerprints = new int[map.Blocks.Count];
        templates = new int[map.Blocks.Count];
        for (var i = 0; i < map.Blocks.Count; i++)
        {
            var hash = new HashCode();
            foreach (var word in Words[i])
                hash.Add(word);
            fingerprints[i] = hash.ToHashCode();
            CollectionsMarshal.GetValueRefOrAddDefault(repeats, fingerprints[i], out _)++;
            var box = map.Blocks[i].Box;
            templates[i] = HashCode.Combine(box.Template, box.Parent?.Template);
        }
        TitleBlock = FindTitle(map);
        FirstProse = LastProse = Main.FirstBlock;
        var found = false;
        for (var i = Main.FirstBlock; i < Main.EndBlock; i++)
        {
            if (!map.Blocks[i].IsProse)
                continue;
            if (!found)
                FirstProse = i;
            found = true;
            LastProse = i;
        }
        BodyPart = Body is null ? 0 : BodyShare(map);
    }

    public WordHashes Words { get; }

    /// <summary>The candidate of the readability kind.</summary>
    public Box Main { get; }

    /// <summary>The article's title, description and body as the page states them in its head; null where it does not.</summary>
    public KnownText? Title { get; }

    public KnownText? Description { get; }

    public KnownText? Body { get; }

    /// <summary>Share of the main box's prose that the stated body has too: low where the body is cut short or absent, 0 to 1.</summary>
    public float BodyPart { get; private set; }

    /// <summary>Index of the block that shows the title; -1 where none does.</summary>
    public int TitleBlock { get; }

    /// <summary>First and last block of prose in the main box.</summary>
    public int FirstProse { get; }

    public int LastProse { get; }

    /// <summary>Number of blocks with the same words as this one, itself included.</summary>
    public int Repeats(int block) => repeats[fingerprints[block]];

    /// <summary>Equal for blocks whose box and the box around it are made from one template.</summary>
    public int TemplateOf(int block) => templates[block];

    private static KnownText? Known(string? text, int least = 1)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var words = WordHashes.Of(text);
        return words.Count < least ? null : new(words);
    }

    private float BodyShare(PageMap map)
    {
        float shown = 0, all = 0;
        for (var i = Main.FirstBlock; i < Main.EndBlock; i++)
        {
            if (!map.Blocks[i].IsProse)
                continue;
            all += map.Blocks[i].Words;
            shown += map.Blocks[i].Words * Body!.Overlap(Words[i]);
        }
        return all == 0 ? 0 : shown / all;
    }

    /// <summary>The highest heading that says what the title says, and leads nowhere; without one, the first of the first rank.</summary>
    private int FindTitle(PageMap map)
    {
        var best = -1;
        var bestScore = 0f;
        var first = -1;
        for (var i = 0; i < map.Blocks.Count; i++)
        {
            var level = map.Blocks[i].Box.Level;
            if (level == 0)
                continue;
            if (level == 1 && first < 0)
                first = i;
            if (level > 1 && map.Blocks[i].LinkShare > Linked)
                continue;
            var score = (Title?.Overlap(Words[i]) ?? 0) * Math.Min(1, Words[i].Length / 4f) * (level == 1 ? 1.2f : 1);
            if (score > 0.5f && score > bestScore)
                (best, bestScore) = (i, score);
        }
        return best >= 0 ? best : first;
    }
}

/// <summary>Texts the page states about its article, plain; null where it does not.</summary>
internal sealed record StatedText(string? Title, string? Description, string? Body);
