using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsWatch.TrackAgreement;

namespace NewsWatch.Review.Search;

/// <summary>
/// The index of articles and agreements that every list and search of the site reads: a cache, in a file where a folder is given, else in
/// one of this process's own that begins with the snapshot other instances left in the store. The blobs stay the truth: the index follows
/// the tails of the journals and reads the articles and dossiers they name; where there is no index it is built from all of them.
/// </summary>
internal sealed partial class ReviewIndex : IDisposable
{
    /// <summary>How long a reader waits for an index that is being built.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(800);

    /// <summary>Articles read before they are written together.</summary>
    private const int Batch = 500;

    /// <summary>After so many at once the words are put in order, which a search over them gains from.</summary>
    private const int Many = 20_000;

    /// <summary>Reads at once.</summary>
    private const int AtOnce = 16;

    private static readonly TimeSpan LongestRound = TimeSpan.FromSeconds(10);

    private readonly Journal journal;
    private readonly LedgerJournal ledgerJournal;
    private readonly ArticleStore articles;
    private readonly DossierStore dossiers;
    private readonly IndexSnapshot snapshot;
    private readonly TimeProvider time;
    private readonly ILogger<ReviewIndex> logger;
    private readonly string? temporary;
    private readonly Lock gate = new();
    private readonly SemaphoreSlim turn = new(1, 1);
    private Task? running;
    private Task? waiting;
    private bool isOpen;
    private int written;
    private volatile bool isLong;
    private volatile bool hasFollowed;

    public ReviewIndex(
        Journal journal,
        LedgerJournal ledgerJournal,
        ArticleStore articles,
        DossierStore dossiers,
        IndexSnapshot snapshot,
        IOptions<ReviewOptions> options,
        TimeProvider time,
        ILogger<ReviewIndex> logger)
    {
        this.journal = journal;
        this.ledgerJournal = ledgerJournal;
        this.articles = articles;
        this.dossiers = dossiers;
        this.snapshot = snapshot;
        this.time = time;
        this.logger = logger;
        temporary = options.Value.IndexFolder is null ? Directory.CreateTempSubdirectory("newswatch-index-").FullName : null;
        File = new(options.Value.IndexFolder ?? temporary!);
    }

    /// <summary>The file of the index.</summary>
    public IndexFile File { get; }

    /// <summary>Its columns in memory.</summary>
    public FacetTable Table { get; } = new();

    /// <summary>True once it has come up to what the stores held.</summary>
    public bool HasFollowed => hasFollowed;

    /// <summary>
    /// Brings the index up to what the stores hold now. Where there is much to read, as in the first minutes over a large store, it waits no
    /// longer than <paramref name="patience"/>; the work goes on all the same.
    /// </summary>
    /// <returns>False where it is not done: lists are not complete yet.</returns>
    public async Task<bool> FollowAsync(TimeSpan patience, CancellationToken cancellation)
    {
        var work = Begin();
        while (true)
            try
            {
                await work.WaitAsync(patience, TimeProvider.System, cancellation);
                return true;
            }
            catch (TimeoutException)
            {
                // A slow machine is waited for; a long list of articles to read is not.
                if (isLong)
                    return false;
            }
    }

    /// <summary>
    /// Brings only the counts of entries up to what the journal holds now: no article is read, and of the journal what was not counted before.
    /// </summary>
    public async Task FollowCountsAsync(CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            await OpenAsync();
            var counted = Positions("counted");
            await foreach (var part in PartsAfter(counted, Tomorrow))
            {
                cancellation.ThrowIfCancellationRequested();
                var start = counted.GetValueOrDefault(part.Name);
                var tail = await journal.ReadTailAsync(part, start, cancellation);
                if (tail.Position > start)
                    Write(writer => writer.Count(part.Name, tail));
            }
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Lets the file go.</summary>
    public void Dispose()
    {
        // A round under way has the file open. How it ends is told to those who asked for it.
        (waiting ?? running)?.ContinueWith(_ => { }, TaskScheduler.Default).Wait(LongestRound);
        File.Dispose();
        turn.Dispose();
        if (temporary is not null && Directory.Exists(temporary))
            Directory.Delete(temporary, recursive: true);
    }

    /// <summary>Those who come while it is at work share one more round: they may be asked about what was written after it began.</summary>
    private Task Begin()
    {
        lock (gate)
            return waiting ??= BeginAfterAsync(running);
    }

    private async Task BeginAfterAsync(Task? before)
    {
        await Task.Yield();
        if (before is { IsCompleted: false })
            await before.ContinueWith(_ => { }, TaskScheduler.Default);
        lock (gate)
            (running, waiting) = (waiting, null);
        await turn.WaitAsync();
        try
        {
            await FollowOnceAsync();
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task FollowOnceAsync()
    {
        await OpenAsync();
        // What an earlier process had indexed can be shown before the tail is read.
        using (var connection = File.Open())
            Table.Follow(connection);
        var today = Tomorrow;
        var positions = Positions("parts");
        var before = written;
        await FollowArticlesAsync(positions, today, before);
        await FollowAgreementsAsync(positions, today);
        if (written - before >= Many)
            File.Tidy();
        isLong = false;
        using (var connection = File.Open())
            Table.Follow(connection);
        hasFollowed = true;
        if (temporary is not null && await snapshot.TakeAsync(File, written, CancellationToken.None))
            written = 0;
    }

    private DateOnly Tomorrow => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddDays(1);

    private async Task OpenAsync()
    {
        if (isOpen)
            return;
        if (temporary is not null)
            await snapshot.OpenAsync(File, CancellationToken.None);
        try
        {
            File.Prepare();
            _ = Positions("parts");
        }
        catch (Microsoft.Data.Sqlite.SqliteException damage)
        {
            LogDamage(damage);
            File.Drop();
            File.Prepare();
        }
        isOpen = true;
    }

    private async Task FollowArticlesAsync(Dictionary<string, long> positions, DateOnly today, int before)
    {
        await foreach (var part in PartsAfter(positions, today))
        {
            var start = positions.GetValueOrDefault(part.Name);
            var tail = await journal.ReadTailAsync(part, start, CancellationToken.None);
            if (tail.Position == start)
                continue;
            var told = new Dictionary<string, DateTimeOffset?>(StringComparer.Ordinal);
            foreach (var entry in tail.Entries)
                if (entry.Kind == JournalKind.Outcome)
                    told[entry.Article] = entry.At;
                else if (entry.Kind == JournalKind.Decision)
                    told.TryAdd(entry.Article, null);
            foreach (var batch in told.Chunk(Batch))
            {
                isLong = written - before > Batch;
                await WriteAsync(batch);
            }
            Write(writer =>
            {
                writer.Count(part.Name, tail);
                writer.Remember(part.Name, tail.Position);
            });
        }
    }

    /// <summary>Parts of the journal that may say more than what is read of them.</summary>
    private IAsyncEnumerable<JournalPart> PartsAfter(Dictionary<string, long> positions, DateOnly today)
    {
        // A line goes to the day of its writer's clock: days before yesterday do not change any more.
        var known = positions.Keys.Where(name => name.StartsWith("journal/", StringComparison.Ordinal)).Max(StringComparer.Ordinal);
        return known is null
            ? journal.ListAsync(null, CancellationToken.None)
            : journal.ListAsync(DayOf(known["journal/".Length..]).AddDays(-1), today, CancellationToken.None);
    }

    private async Task WriteAsync(KeyValuePair<string, DateTimeOffset?>[] batch)
    {
        var read = new (IndexedArticle? Article, DateTimeOffset? Told)[batch.Length];
        await Parallel.ForAsync(0, batch.Length, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (index, cancellation) =>
        {
            if (await articles.ReadSoundAsync(batch[index].Key, cancellation) is { } article)
                read[index] = (IndexedArticle.Of(article), batch[index].Value);
        });
        Write(writer =>
        {
            foreach (var (article, told) in read)
                if (article is not null)
                    writer.Write(article, told);
        });
        written += batch.Length;
        // So that a first look at a large store shows what there is so far.
        using var connection = File.Open();
        Table.Follow(connection);
    }

    private async Task FollowAgreementsAsync(Dictionary<string, long> positions, DateOnly today)
    {
        const string Prefix = "ledger-journal/";
        const string Whole = "agreements";
        var changed = new SortedSet<string>(StringComparer.Ordinal);
        var read = new List<(string Part, long Position)>();
        var isNew = !positions.ContainsKey(Whole);
        var known = positions.Keys.Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Max(StringComparer.Ordinal);
        var first = known is null ? today.AddMonths(-1) : DayOf(known[Prefix.Length..]).AddDays(-1);
        await foreach (var part in ledgerJournal.ListAsync(first, today, CancellationToken.None))
        {
            var start = positions.GetValueOrDefault(part);
            var (agreements, position) = await ledgerJournal.ReadTailAsync(part, start, CancellationToken.None);
            if (position == start)
                continue;
            changed.UnionWith(agreements);
            read.Add((part, position));
        }
        if (isNew)
        {
            read.Add((Whole, 1));
            await foreach (var id in dossiers.ListIdsAsync(CancellationToken.None))
                changed.Add(id);
        }
        foreach (var batch in changed.Chunk(Batch))
            await WriteAsync(batch);
        if (read.Count > 0)
            Write(writer => read.ForEach(part => writer.Remember(part.Part, part.Position)));
    }

    private async Task WriteAsync(string[] agreements)
    {
        var read = new Dossier?[agreements.Length];
        await Parallel.ForAsync(0, agreements.Length, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (index, cancellation) =>
            read[index] = await dossiers.ReadSoundAsync(agreements[index], cancellation) is { MergedInto: null } dossier ? dossier : null);
        Write(writer =>
        {
            for (var index = 0; index < agreements.Length; index++)
                writer.Write(agreements[index], read[index]);
        });
        written += agreements.Length;
    }

    private void Write(Action<IndexWriter> write)
    {
        using var writer = new IndexWriter(File);
        write(writer);
        writer.Commit();
    }

    private static DateOnly DayOf(string part) => DateOnly.ParseExact(part.AsSpan(0, 10), "yyyy/MM/dd", CultureInfo.InvariantCulture);

    /// <summary>How far each part of a journal is read, for the lists (<c>parts</c>) or for the counts alone (<c>counted</c>).</summary>
    private Dictionary<string, long> Positions(string table)
    {
        var positions = new Dictionary<string, long>(StringComparer.Ordinal);
        using var connection = File.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT name, bytes FROM {table}";
        using var reader = command.ExecuteReader();
        while (reader.Read())
            positions.Add(reader.GetString(0), reader.GetInt64(1));
        return positions;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The review site's index cannot be read and is built again")]
    private partial void LogDamage(Exception damage);
}
