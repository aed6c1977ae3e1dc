using System.Globalization;
using Microsoft.Data.Sqlite;
using NewsWatch.Storage.Local;

namespace NewsWatch.Tests.Storage.Local;

public sealed class SqliteStepsTests : IDisposable
{
    private static readonly Statement Insert = new("INSERT INTO numbers (number) VALUES ($number)", IsFlushed: true);

    private readonly TemporaryFolder folder = new();
    private readonly SqliteSteps steps;

    public SqliteStepsTests() => steps = new($"Data Source={folder.Combine("numbers.db")};Pooling=False");

    public void Dispose()
    {
        steps.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Statements_that_wait_go_together_and_each_is_answered()
    {
        await CreateAsync();
        using var goOn = new ManualResetEventSlim();
        var first = Task.Run(() => RunAsync(Insert, 0, command =>
        {
            goOn.Wait();
            return command.ExecuteNonQuery();
        }));
        var waiting = Enumerable.Range(1, 100).Select(number => Task.Run(() => AddAsync(number))).ToList();
        goOn.Set();
        Assert.All(await Task.WhenAll(waiting), written => Assert.Equal(1, written));
        Assert.Equal(1, await first);
        Assert.Equal(101, await CountAsync());
    }

    [Fact]
    public async Task One_that_is_refused_leaves_nothing_done_of_its_company_and_the_next_go_on()
    {
        await CreateAsync();
        await AddAsync(1);
        using ManualResetEventSlim begun = new(), goOn = new();
        var blocking = Task.Run(() => RunAsync(Insert, 2, command =>
        {
            begun.Set();
            goOn.Wait();
            return command.ExecuteNonQuery();
        }));
        begun.Wait();
        var company = new[] { AddAsync(3), AddAsync(1), AddAsync(4) };
        goOn.Set();
        Assert.Equal(1, await blocking);
        foreach (var one in company)
            await Assert.ThrowsAsync<SqliteException>(() => one);
        Assert.Equal(2, await CountAsync());
        Assert.Equal(1, await AddAsync(3));
    }

    [Fact]
    public async Task What_no_data_base_throws_comes_out_too()
    {
        await CreateAsync();
        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => RunAsync(Insert, 1, _ => throw new InvalidTimeZoneException()));
        Assert.Equal(1, await AddAsync(1));
    }

    [Fact]
    public async Task One_that_is_called_off_while_it_waits_is_not_done()
    {
        await CreateAsync();
        using var off = new CancellationTokenSource();
        await off.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => steps.RunAsync(Insert, [("$number", 1)], command => command.ExecuteNonQuery(), off.Token));
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task Only_what_is_to_be_on_the_disk_is_flushed()
    {
        const string level = "PRAGMA synchronous";
        const int normal = 1, full = 2;
        Assert.Equal(normal, await NumberAsync(new(level, IsFlushed: false)));
        Assert.Equal(full, await NumberAsync(new(level, IsFlushed: true)));
        Assert.Equal(normal, await NumberAsync(new(level, IsFlushed: false)));
    }

    private Task<int> CreateAsync()
        => steps.RunAsync(new("CREATE TABLE numbers (number INTEGER PRIMARY KEY) STRICT", IsFlushed: true), [], command => command.ExecuteNonQuery(), default);

    private Task<int> AddAsync(int number) => RunAsync(Insert, number, command => command.ExecuteNonQuery());

    private Task<int> RunAsync(Statement statement, int number, Func<SqliteCommand, int> use)
        => steps.RunAsync(statement, [("$number", number)], use, default);

    private Task<int> CountAsync() => NumberAsync(new("SELECT count(*) FROM numbers", IsFlushed: false));

    private Task<int> NumberAsync(Statement statement)
        => steps.RunAsync(statement, [], command => Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture), default);
}
