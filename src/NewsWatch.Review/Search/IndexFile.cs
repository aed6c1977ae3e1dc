using System.Text;
using Microsoft.Data.Sqlite;
using NewsWatch.Review.Accuracy;
using NewsWatch.Review.Agreements;

namespace NewsWatch.Review.Search;

/// <summary>
/// The SQLite file of the index, and its tables. It holds nothing that the stores do not: lost, or of another make, it is built again.
/// Several processes may share a folder that keeps locks.
/// </summary>
internal sealed class IndexFile : IDisposable
{
    private static readonly string Schema = $"""
        CREATE TABLE articles (
            doc INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            seq INTEGER NOT NULL, -- of the last change, for those who keep the columns in memory
            grp INTEGER NOT NULL, -- the lowest doc of those that tell the same
            story TEXT NOT NULL,
            claim TEXT, -- what makes two reports tell the same; null for what reports nothing
            published INTEGER NOT NULL, found INTEGER NOT NULL, told INTEGER NOT NULL, -- seconds since 1970, UTC
            facets TEXT NOT NULL,
            title TEXT NOT NULL,
            shown TEXT NOT NULL) STRICT;
        -- Holds all that is kept in memory, so that a process that starts reads it in one go and not the articles around it.
        CREATE INDEX articles_seq ON articles (seq, grp, published, found, told, facets);
        CREATE INDEX articles_grp ON articles (grp);
        CREATE INDEX articles_story ON articles (story);
        CREATE INDEX articles_claim ON articles (claim, published) WHERE claim IS NOT NULL;
        CREATE TABLE texts (doc INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT;
        CREATE VIRTUAL TABLE words USING fts5 (
            title, body, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M* Co'");
        CREATE TABLE agreements (id TEXT PRIMARY KEY, seq INTEGER NOT NULL, shown TEXT) STRICT, WITHOUT ROWID;
        CREATE TABLE filed (article TEXT NOT NULL, agreement TEXT NOT NULL, PRIMARY KEY (article, agreement)) STRICT, WITHOUT ROWID;
        CREATE INDEX filed_agreement ON filed (agreement);
        CREATE TABLE readings (doc INTEGER PRIMARY KEY, seq INTEGER NOT NULL, told TEXT) STRICT; -- decided on; null where that was taken back
        CREATE INDEX readings_seq ON readings (seq);
        CREATE TABLE ended (article TEXT PRIMARY KEY, state INTEGER NOT NULL) STRICT, WITHOUT ROWID; -- every entry found, as the journal tells it
        -- How many entries are in each state, so that nobody counts them all.
        CREATE TABLE counts (state INTEGER PRIMARY KEY, entries INTEGER NOT NULL) STRICT;
        INSERT INTO counts VALUES {string.Join(", ", Enum.GetValues<ArticleState>().Select(state => $"({state:D}, 0)"))};
        CREATE TRIGGER ended_first AFTER INSERT ON ended BEGIN
            UPDATE counts SET entries = entries + 1 WHERE state = new.state;
        END;
        CREATE TRIGGER ended_again AFTER UPDATE ON ended BEGIN
            UPDATE counts SET entries = entries - 1 WHERE state = old.state;
            UPDATE counts SET entries = entries + 1 WHERE state = new.state;
        END;
        CREATE TABLE parts (name TEXT PRIMARY KEY, bytes INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE counted (name TEXT PRIMARY KEY, bytes INTEGER NOT NULL) STRICT, WITHOUT ROWID; -- parts that entries are counted from
        CREATE TABLE damaged (name TEXT PRIMARY KEY, why TEXT NOT NULL) STRICT, WITHOUT ROWID; -- lines of the journal
        """;

    private readonly string folder;
    private readonly string path;
    private readonly string connectionString;

    /// <param name="folder">Folder of the file; made with it.</param>
    public IndexFile(string folder)
    {
        this.folder = Path.GetFullPath(folder);
        path = Path.Combine(this.folder, $"review-{Make}.db");
        connectionString = new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = 30 }.ToString();
    }

    /// <summary>Hash of the tables and of what is written into them: an index of another make is left alone, and this one built.</summary>
    public static string Make { get; } = ArticleId.Hash(Encoding.UTF8.GetBytes(string.Join(
        '\n',
        [
            Schema, .. Members<AgreementRow>(), .. Members<ShownArticle>(), .. Members<Facets>(), .. Members<DecidedReading>(), IndexedArticle.Rules,
        ])))[..10];

    /// <summary>True where there is something in the file.</summary>
    public bool Exists => File.Exists(path) && new FileInfo(path).Length > 0;

    /// <summary>Opens the file for reading or writing; makes the tables where there are none.</summary>
    public SqliteConnection Open()
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        Run(connection, "PRAGMA synchronous = OFF; PRAGMA cache_size = -32000; PRAGMA mmap_size = 268435456;");
        return connection;
    }

    /// <summary>Makes the tables where there are none.</summary>
    public void Prepare()
    {
        Directory.CreateDirectory(folder);
        using var connection = Open();
        Run(connection, "PRAGMA journal_mode = WAL;");
        using var transaction = connection.BeginTransaction(deferred: false);
        using var asked = connection.CreateCommand();
        asked.Transaction = transaction;
        asked.CommandText = "SELECT count(*) FROM sqlite_schema WHERE name = 'parts'";
        if ((long)asked.ExecuteScalar()! == 0)
        {
            asked.CommandText = Schema;
            asked.ExecuteNonQuery();
        }
        transaction.Commit();
    }

    /// <summary>Joins the pieces that the words were written in.</summary>
    public void Tidy()
    {
        using var connection = Open();
        Run(connection, "INSERT INTO words (words) VALUES ('optimize'); PRAGMA optimize; PRAGMA wal_checkpoint(TRUNCATE);");
    }

    /// <summary>
    /// The whole index as it stands now, consistent in itself; gone when it is closed. What did not change since an earlier copy is where it was
    /// there.
    /// </summary>
    public FileStream Copy()
    {
        var copy = path + ".copy";
        File.Delete(copy);
        using (var connection = Open())
        using (var target = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = copy, Pooling = false }.ToString()))
        {
            target.Open();
            connection.BackupDatabase(target);
        }
        return new(copy, new FileStreamOptions { Access = FileAccess.Read, Options = FileOptions.DeleteOnClose });
    }

    /// <summary>Where a copy is to be written, in the place of the file, which is not open.</summary>
    public FileStream Place()
    {
        Directory.CreateDirectory(folder);
        return File.Create(path);
    }

    /// <summary>Drops what cannot be read, to be built again.</summary>
    public void Drop()
    {
        Dispose();
        foreach (var ending in new[] { "", "-wal", "-shm" })
            File.Delete(path + ending);
    }

    /// <summary>Lets the file go.</summary>
    public void Dispose()
    {
        using var connection = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(connection);
    }

    internal static void Run(SqliteConnection connection, string statements)
    {
        using var command = connection.CreateCommand();
        command.CommandText = statements;
        command.ExecuteNonQuery();
    }

    private static IEnumerable<string> Members<T>() => typeof(T).GetProperties().Select(property => $"{typeof(T).Name}.{property.Name}:{property.PropertyType}");
}
