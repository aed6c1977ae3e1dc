using System.Globalization;
using Microsoft.Data.Sqlite;

namespace NewsWatch.Storage.Local;

/// <summary>
/// Queues in one SQLite file, shared by every process that opens it. Every step is one statement, so that a kill leaves it done or
/// not done. A send is flushed to the disk, because what is written after it relies on it; what else happens to a message is not: where the
/// power fails before it is on the disk, the message comes once more, as it may at any time.
/// </summary>
internal sealed class SqliteQueues : IQueues, IDisposable
{
    private const string Schema = """
        PRAGMA journal_mode = WAL;
        CREATE TABLE IF NOT EXISTS messages (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            queue TEXT NOT NULL,
            body TEXT NOT NULL,
            visible_at INTEGER NOT NULL, -- milliseconds since 1970, UTC
            deliveries INTEGER NOT NULL DEFAULT 0,
            receipt INTEGER NOT NULL DEFAULT 0) STRICT; -- odd while a receiver has the message
        CREATE INDEX IF NOT EXISTS messages_by_queue ON messages (queue, visible_at);
        """;

    /// <summary>Between two messages that come again after their process died for the third time.</summary>
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(1);

    private readonly DataFolder folder;
    private readonly TimeProvider time;
    private readonly SqliteSteps steps;

    /// <exception cref="StorageUnavailableException">The folder cannot be made or written.</exception>
    public SqliteQueues(DataFolder folder, TimeProvider time)
    {
        this.folder = folder;
        this.time = time;
        folder.Ensure(".");
        steps = new(new SqliteConnectionStringBuilder { DataSource = folder.PathOf("queues.db"), DefaultTimeout = 30, Pooling = false }.ToString());
        RunAsync(Schema, [], command => command.ExecuteNonQuery(), CancellationToken.None).GetAwaiter().GetResult();
    }

    public Task SendAsync(string queue, string body, TimeSpan delay, CancellationToken cancellation)
        => RunAsync(
            "INSERT INTO messages (queue, body, visible_at) VALUES ($queue, $body, $visible)",
            [("$queue", QueueName.Check(queue)), ("$body", MessageBody.Check(body)), ("$visible", After(delay))],
            command => command.ExecuteNonQuery(),
            cancellation,
            isFlushed: true);

    public Task<IReadOnlyList<QueuedMessage>> ReceiveAsync(string queue, int max, TimeSpan visibility, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(max, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(max, 32);
        return RunAsync<IReadOnlyList<QueuedMessage>>(
            """
            UPDATE messages SET visible_at = $visible, deliveries = deliveries + 1, receipt = (receipt + 1) | 1
            WHERE id IN (SELECT id FROM messages WHERE queue = $queue AND visible_at <= $now ORDER BY visible_at, id LIMIT $max)
            RETURNING id, receipt, body, deliveries
            """,
            [("$queue", QueueName.Check(queue)), ("$now", After(TimeSpan.Zero)), ("$visible", After(visibility)), ("$max", max)],
            command => ReadMessages(command, queue),
            cancellation);
    }

    public Task CompleteAsync(QueuedMessage message, CancellationToken cancellation)
        => ChangeAsync("DELETE FROM messages WHERE id = $id AND receipt = $receipt", message, [], cancellation);

    public Task ReleaseAsync(QueuedMessage message, TimeSpan delay, CancellationToken cancellation)
        => ChangeAsync(
            "UPDATE messages SET visible_at = $visible, receipt = receipt + 1 WHERE id = $id AND receipt = $receipt",
            message,
            [("$visible", After(delay))],
            cancellation);

    public Task<IReadOnlyList<string>> PeekAsync(string queue, int max, CancellationToken cancellation)
        => RunAsync<IReadOnlyList<string>>(
            "SELECT body FROM messages WHERE queue = $queue AND visible_at <= $now ORDER BY visible_at, id LIMIT $max",
            [("$queue", QueueName.Check(queue)), ("$now", After(TimeSpan.Zero)), ("$max", max)],
            ReadBodies,
            cancellation);

    public Task<int> CountAsync(string queue, CancellationToken cancellation)
        => RunAsync(
            "SELECT count(*) FROM messages WHERE queue = $queue",
            [("$queue", QueueName.Check(queue))],
            command => Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture),
            cancellation);

    /// <summary>Makes messages that a receiver has visible again at once; the receiver's receipts are no longer good.</summary>
    public Task<int> ReclaimAsync(CancellationToken cancellation)
        => RunAsync(
            """
            WITH held AS MATERIALIZED (SELECT id, ROW_NUMBER() OVER (ORDER BY id) - 1 AS place FROM messages WHERE receipt % 2 = 1)
            UPDATE messages
            SET visible_at = $now + CASE WHEN deliveries > 2 THEN $apart * (SELECT place FROM held WHERE held.id = messages.id) ELSE 0 END,
                receipt = receipt + 1
            WHERE receipt % 2 = 1
            """,
            // What was in work time and again when its process died may be what ends it: it must not take the same others with it each time.
            [("$now", After(TimeSpan.Zero)), ("$apart", (long)Apart.TotalMilliseconds)],
            command => command.ExecuteNonQuery(),
            cancellation);

    /// <summary>Closes the file, so that the folder can be removed.</summary>
    public void Dispose() => steps.Dispose();

    private Task<int> ChangeAsync(
        string sql, QueuedMessage message, IEnumerable<(string, object)> parameters, CancellationToken cancellation)
        => RunAsync(
            sql,
            [("$id", Number(message.Id)), ("$receipt", Number(message.Receipt)), .. parameters],
            command => command.ExecuteNonQuery(),
            cancellation);

    private Task<T> RunAsync<T>(
        string sql,
        IReadOnlyList<(string Name, object Value)> parameters,
        Func<SqliteCommand, T> use,
        CancellationToken cancellation,
        bool isFlushed = false)
        => folder.GuardAsync(() => steps.RunAsync(new(sql, isFlushed), parameters, use, cancellation));

    private static List<QueuedMessage> ReadMessages(SqliteCommand command, string queue)
    {
        var messages = new List<(long Id, QueuedMessage Message)>();
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            var id = rows.GetInt64(0);
            messages.Add((id, new(queue, Text(id), Text(rows.GetInt64(1)), rows.GetString(2), rows.GetInt32(3))));
        }

        // RETURNING promises no order.
        return [.. messages.OrderBy(row => row.Id).Select(row => row.Message)];
    }

    private static List<string> ReadBodies(SqliteCommand command)
    {
        var bodies = new List<string>();
        using var rows = command.ExecuteReader();
        while (rows.Read())
            bodies.Add(rows.GetString(0));
        return bodies;
    }

    private long After(TimeSpan delay) => (time.GetUtcNow() + delay).ToUnixTimeMilliseconds();

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
