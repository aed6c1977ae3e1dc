using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using NewsWatch.Review.Accuracy;
using NewsWatch.Review.Agreements;
using NewsWatch.TrackAgreement;

namespace NewsWatch.Review.Search;

/// <summary>Writes one batch into the index: all of it or nothing.</summary>
internal sealed class IndexWriter : IDisposable
{
    // Reports of the same claim follow each other within days; after a week it is news again.
    private const int SameNewsSeconds = 7 * 24 * 3600;

    private readonly SqliteConnection connection;
    private readonly SqliteTransaction transaction;
    private readonly Dictionary<string, SqliteCommand> commands = new(StringComparer.Ordinal);
    private long seq;

    public IndexWriter(IndexFile file)
    {
        connection = file.Open();
        transaction = connection.BeginTransaction(deferred: false);
        seq = Ask("SELECT max(coalesce((SELECT max(seq) FROM articles), 0), coalesce((SELECT max(seq) FROM agreements), 0))") ?? 0;
    }

    /// <summary>Where a part is read up to; 0 where it was not read.</summary>
    public long Position(string part) => Ask("SELECT bytes FROM parts WHERE name = $1", part) ?? 0;

    /// <summary>Remembers where a part is read up to.</summary>
    public void Remember(string part, long position)
        => Do("INSERT INTO parts VALUES ($1, $2) ON CONFLICT DO UPDATE SET bytes = $2", part, position);

    /// <summary>Writes an article over what the index has of it.</summary>
    /// <param name="article">The article.</param>
    /// <param name="told">When its outcome was last told; null to keep what the index has.</param>
    public void Write(IndexedArticle article, DateTimeOffset? told)
    {
        var at = told?.ToUnixTimeSeconds() ?? Ask("SELECT told FROM articles WHERE id = $1", article.Id) ?? article.Found.ToUnixTimeSeconds();
        var doc = Ask("SELECT doc FROM articles WHERE id = $1", article.Id);
        var group = doc is null ? null : Ask("SELECT grp FROM articles WHERE doc = $1", doc);
        var stays = doc is not null && Ask(
            "SELECT 1 FROM articles WHERE doc = $1 AND story = $2 AND claim IS $3 AND published = $4",
            doc, article.Story, article.Claim, article.Published.ToUnixTimeSeconds()) is not null;
        var published = article.Published.ToUnixTimeSeconds();
        doc = Ask(
            """
            INSERT INTO articles (id, seq, grp, story, claim, published, found, told, facets, title, shown)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            ON CONFLICT (id) DO UPDATE SET
                seq = $2, story = $4, claim = $5, published = $6, found = $7, told = $8, facets = $9, title = $10, shown = $11
            RETURNING doc
            """,
            article.Id,
            ++seq,
            group ?? 0,
            article.Story,
            article.Claim,
            published,
            article.Found.ToUnixTimeSeconds(),
            at,
            FacetText.Of(article.Facets),
            article.Title,
            JsonSerializer.Serialize(article.Shown, IndexJson.Default.ShownArticle));
        WriteText(doc!.Value, article);
        WriteReadings(doc.Value, article.Readings);
        if (!stays)
            Regroup(doc.Value, group);
    }

    /// <summary>Counts entries by where a part of the journal says that they have ended; the last that is told of one stands.</summary>
    /// <param name="part">The part.</param>
    /// <param name="tail">What of it was not counted, to its end; what was may be in it again.</param>
    public void Count(string part, JournalTail tail)
    {
        foreach (var entry in tail.Entries)
            if (entry.Kind == JournalKind.Outcome)
                Do(
                    "INSERT INTO ended VALUES ($1, $2) ON CONFLICT DO UPDATE SET state = $2 WHERE state <> $2", entry.Article, (int)entry.State);
            else if (entry.Kind == JournalKind.Found)
                Do("INSERT INTO ended VALUES ($1, $2) ON CONFLICT DO NOTHING", entry.Article, (int)ArticleState.Pending);
        foreach (var (line, why) in tail.Damaged)
            Do("INSERT INTO damaged VALUES ($1, $2) ON CONFLICT DO NOTHING", line, why);
        Do("INSERT INTO counted VALUES ($1, $2) ON CONFLICT DO UPDATE SET bytes = $2", part, tail.Position);
    }

    /// <summary>Writes an agreement over what the index has of it.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="dossier">Its dossier; null where it was merged into another.</param>
    public void Write(string id, Dossier? dossier)
    {
        var row = dossier is null ? null : AgreementRow.Of(dossier);
        Do(
            "INSERT INTO agreements VALUES ($1, $2, $3) ON CONFLICT DO UPDATE SET seq = $2, shown = $3",
            id,
            ++seq,
            row is null ? null : JsonSerializer.Serialize(row, IndexJson.Default.AgreementRow));
        Do("DELETE FROM filed WHERE agreement = $1", id);
        foreach (var article in (dossier?.Entries ?? []).Where(entry => entry.Stands).Select(entry => entry.Article).Distinct(StringComparer.Ordinal))
            Do("INSERT OR IGNORE INTO filed VALUES ($1, $2)", article, id);
    }

    /// <summary>Makes the batch stand.</summary>
    public void Commit() => transaction.Commit();

    public void Dispose()
    {
        foreach (var command in commands.Values)
            command.Dispose();
        transaction.Dispose();
        connection.Dispose();
    }

    private void WriteText(long doc, IndexedArticle article)
    {
        using var body = new MemoryStream();
        using (var packed = new DeflateStream(body, CompressionLevel.Fastest, leaveOpen: true))
            packed.Write(Encoding.UTF8.GetBytes(article.Text));
        Do("INSERT INTO texts VALUES ($1, $2) ON CONFLICT DO UPDATE SET body = $2", doc, body.ToArray());
        Do("DELETE FROM words WHERE rowid = $1", doc);
        Do("INSERT INTO words (rowid, title, body) VALUES ($1, $2, $3)", doc, SearchWords.Row(article.Title), SearchWords.Row(article.Text));
    }

    private void WriteReadings(long doc, IReadOnlyList<DecidedReading> readings)
    {
        if (readings.Count > 0)
            Do("INSERT INTO readings VALUES ($1, $2, $3) ON CONFLICT DO UPDATE SET seq = $2, told = $3",
                doc, seq, JsonSerializer.Serialize(readings, IndexJson.Default.IReadOnlyListDecidedReading));
        else
            Do("UPDATE readings SET seq = $2, told = NULL WHERE doc = $1 AND told IS NOT NULL", doc, seq);
    }

    /// <summary>
    /// Groups are what hangs together by story or by claim, and named by their lowest member: the same whatever the order in which articles
    /// came. An article that leaves a group may have been what held it together, so that its others are joined anew.
    /// </summary>
    private void Regroup(long doc, long? before)
    {
        List<long> members = before is null ? [doc] : [.. Docs("SELECT doc FROM articles WHERE grp = $1", before).Union([doc])];
        foreach (var member in members)
            Do("UPDATE articles SET grp = doc, seq = $2 WHERE doc = $1", member, seq);
        foreach (var member in members)
            Join(member);
    }

    private void Join(long doc)
    {
        var groups = Docs(
            """
            SELECT DISTINCT other.grp FROM articles one JOIN articles other ON other.story = one.story WHERE one.doc = $1
            UNION
            SELECT DISTINCT other.grp FROM articles one JOIN articles other
                ON other.claim = one.claim AND other.published BETWEEN one.published - $2 AND one.published + $2
            WHERE one.doc = $1
            """,
            doc,
            SameNewsSeconds);
        var lowest = groups.Min();
        foreach (var group in groups.Where(group => group != lowest))
            Do("UPDATE articles SET grp = $1, seq = $3 WHERE grp = $2", lowest, group, seq);
    }

    private List<long> Docs(string sql, params object?[] values)
    {
        var docs = new List<long>();
        using var reader = Command(sql, values).ExecuteReader();
        while (reader.Read())
            docs.Add(reader.GetInt64(0));
        return docs;
    }

    private long? Ask(string sql, params object?[] values) => Command(sql, values).ExecuteScalar() is long number ? number : null;

    private void Do(string sql, params object?[] values) => Command(sql, values).ExecuteNonQuery();

    /// <summary>Each statement is prepared once a batch; values go to $1, $2 and so on.</summary>
    private SqliteCommand Command(string sql, object?[] values)
    {
        if (!commands.TryGetValue(sql, out var command))
        {
            command = commands[sql] = connection.CreateCommand();
            command.CommandText = sql;
            command.Transaction = transaction;
            for (var number = 1; number <= values.Length; number++)
                command.Parameters.Add(new() { ParameterName = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"${number}") });
        }
        for (var number = 0; number < values.Length; number++)
            command.Parameters[number].Value = values[number] ?? DBNull.Value;
        return command;
    }
}
