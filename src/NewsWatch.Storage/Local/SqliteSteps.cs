using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace NewsWatch.Storage.Local;

/// <summary>
/// Statements on one SQLite file, over one connection that stays open. Those that wait for the one before go together, in one transaction: they share
/// its flush to the disk, and each is answered once that is done.
/// </summary>
/// <param name="connectionString">Which file; its journal is a write-ahead log, where what is not flushed is lost as if it had not been, and whole.</param>
internal sealed class SqliteSteps(string connectionString) : IDisposable
{
    private readonly Lock gate = new();
    private readonly SemaphoreSlim oneAtATime = new(1, 1);
    private readonly Dictionary<string, SqliteCommand> prepared = new(StringComparer.Ordinal);
    private List<Step> waiting = [];
    private SqliteConnection? connection;
    private bool flushes;

    /// <summary>Runs a statement, and takes what is wanted of its answer.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="parameters">Its parameters: the same names whenever the statement is the same.</param>
    /// <param name="use">Runs it.</param>
    /// <param name="cancellation">Gives up as long as the statement waits; once begun, it is done.</param>
    /// <exception cref="SqliteException">SQLite refused it, or one that went with it: then none of them is done.</exception>
    public async Task<T> RunAsync<T>(
        Statement statement, IReadOnlyList<(string Name, object Value)> parameters, Func<SqliteCommand, T> use, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var step = new Step<T>(statement, parameters, use, cancellation);
        lock (gate)
            waiting.Add(step);
        await oneAtATime.WaitAsync(CancellationToken.None);
        try
        {
            if (!step.IsTaken)
                RunWaiting();
        }
        finally
        {
            oneAtATime.Release();
        }
        return await step.Answer;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Close();
        oneAtATime.Dispose();
    }

    private void RunWaiting()
    {
        List<Step> steps;
        lock (gate)
        {
            steps = waiting;
            waiting = [];
        }
        steps.RemoveAll(step => !step.Take());
        if (steps.Count == 0)
            return;
        try
        {
            var open = Open();
            Flush(open, steps.Exists(step => step.Statement.IsFlushed));
            using var together = steps.Count > 1 ? open.BeginTransaction(deferred: false) : null;
            foreach (var step in steps)
                step.Run(Prepared(open, step, together));
            together?.Commit();
        }
        catch (Exception refusal)
        {
            // Whatever it is, nobody is left waiting for it: it comes out where each of them waits.
            Close();
            steps.ForEach(step => step.Refuse(refusal));
            return;
        }
        steps.ForEach(step => step.Tell());
    }

    private SqliteConnection Open()
    {
        if (connection is not null)
            return connection;
        connection = new(connectionString);
        connection.Open();
        using var settings = connection.CreateCommand();
        // The wait is for other processes.
        settings.CommandText = "PRAGMA busy_timeout = 30000; PRAGMA synchronous = NORMAL;";
        settings.ExecuteNonQuery();
        flushes = false;
        return connection;
    }

    /// <summary>Whether what is committed next is on the disk, with all before it, once it is.</summary>
    private void Flush(SqliteConnection open, bool isWanted)
    {
        if (flushes == isWanted)
            return;
        using var setting = open.CreateCommand();
        setting.CommandText = isWanted ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL";
        setting.ExecuteNonQuery();
        flushes = isWanted;
    }

    [SuppressMessage("Security", "CA2100", Justification = "The statements are constants of this program.")]
    private SqliteCommand Prepared(SqliteConnection open, Step step, SqliteTransaction? together)
    {
        if (!prepared.TryGetValue(step.Statement.Sql, out var command))
        {
            prepared[step.Statement.Sql] = command = open.CreateCommand();
            command.CommandText = step.Statement.Sql;
            foreach (var (name, value) in step.Parameters)
                command.Parameters.AddWithValue(name, value);
        }
        command.Transaction = together;
        foreach (var (name, value) in step.Parameters)
            command.Parameters[name].Value = value;
        return command;
    }

    private void Close()
    {
        foreach (var command in prepared.Values)
            command.Dispose();
        prepared.Clear();
        connection?.Dispose();
        connection = null;
    }

    private abstract class Step(Statement statement, IReadOnlyList<(string Name, object Value)> parameters, CancellationToken cancellation)
    {
        public Statement Statement => statement;

        public IReadOnlyList<(string Name, object Value)> Parameters => parameters;

        public bool IsTaken { get; private set; }

        /// <summary>Begins with the step; false where nobody waits for it any more.</summary>
        public bool Take()
        {
            IsTaken = true;
            if (!cancellation.IsCancellationRequested)
                return true;
            Refuse(new OperationCanceledException(cancellation));
            return false;
        }

        public abstract void Run(SqliteCommand command);

        public abstract void Tell();

        public abstract void Refuse(Exception why);
    }

    private sealed class Step<T>(
        Statement statement, IReadOnlyList<(string Name, object Value)> parameters, Func<SqliteCommand, T> use, CancellationToken cancellation)
        : Step(statement, parameters, cancellation)
    {
        private readonly TaskCompletionSource<T> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? found;

        public Task<T> Answer => answer.Task;

        public override void Run(SqliteCommand command) => found = use(command);

        public override void Tell() => answer.TrySetResult(found!);

        public override void Refuse(Exception why) => answer.TrySetException(why);
    }
}

/// <summary>A statement.</summary>
/// <param name="Sql">Its text, a constant of this program.</param>
/// <param name="IsFlushed">True where it is answered once it is on the disk.</param>
internal readonly record struct Statement(string Sql, bool IsFlushed);
