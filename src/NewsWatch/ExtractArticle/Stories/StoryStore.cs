using NewsWatch.Storage;

namespace NewsWatch.ExtractArticle.Stories;

/// <summary>Stories, one blob each: <c>stories/{id}.json</c>.</summary>
public sealed class StoryStore(IBlobs blobs, DamagedRecords damaged)
{
    /// <summary>Reads a story; null where there is none.</summary>
    public Task<Story?> ReadAsync(string id, CancellationToken cancellation)
        => blobs.ReadSoundJsonAsync(Name(id), StoryJson.Default.Story, damaged, cancellation);

    /// <summary>Adds articles to a story, made if absent; one that is in it already is brought up to date.</summary>
    internal Task AddAsync(string id, IReadOnlyList<StorySource> sources, CancellationToken cancellation)
        => blobs.RenewJsonAsync(
            Name(id),
            story => new(id,
            [
                .. (story?.Sources ?? []).Select(known => sources.FirstOrDefault(source => source.Article == known.Article) ?? known),
                .. sources.Where(source => story?.Sources.Any(known => known.Article == source.Article) != true),
            ]),
            StoryJson.Default.Story,
            damaged,
            cancellation);

    private static string Name(string id) => $"stories/{id}.json";
}
