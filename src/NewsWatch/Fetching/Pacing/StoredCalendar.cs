using System.Text.Json;
using NewsWatch.Storage;

namespace NewsWatch.Fetching.Pacing;

/// <summary>
/// One host's calendar in the store. Whatever this process wants of it at a time is one read and one conditional write, and not even the
/// read where it wrote last a moment ago: then only another writer makes it read.
/// </summary>
internal sealed class StoredCalendar(IBlobs blobs, string name, DamagedRecords damaged, TimeProvider time)
{
    private static readonly TimeSpan KnownFor = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(10);
    private const int MostDoublings = 5;

    private readonly Lock gate = new();
    private List<Wish> wishes = [];
    private bool isWorking;
    private Known? known;

    /// <summary>True where forgetting what this process knows of it costs a read at most.</summary>
    public bool IsIdle
    {
        get
        {
            lock (gate)
                return !isWorking;
        }
    }

    public Task<T> ChangeAsync<T>(Func<HostCalendar, (HostCalendar After, T Answer)> change, CancellationToken cancellation)
    {
        var wish = new Wish<T>(change);
        lock (gate)
        {
            wishes.Add(wish);
            if (isWorking)
                return wish.Answer.WaitAsync(cancellation);
            isWorking = true;
        }
        _ = WorkAsync();
        return wish.Answer.WaitAsync(cancellation);
    }

    private async Task WorkAsync()
    {
        while (Take() is { } batch)
        {
            try
            {
                await ApplyAsync(batch);
                batch.ForEach(wish => wish.Grant());
            }
            catch (Exception failure)
            {
                batch.ForEach(wish => wish.Fail(failure));
            }
        }
    }

    private List<Wish>? Take()
    {
        lock (gate)
        {
            var batch = wishes;
            wishes = [];
            isWorking = batch.Count > 0;
            return isWorking ? batch : null;
        }
    }

    private async Task ApplyAsync(List<Wish> batch)
    {
        for (var tries = 0; ; tries++)
        {
            var before = known is { } last && time.GetUtcNow() - last.At is var age && age >= TimeSpan.Zero && age < KnownFor
                ? last
                : await ReadAsync();
            var after = batch.Aggregate(before.Calendar, (calendar, wish) => wish.Apply(calendar));
            if (ReferenceEquals(after, before.Calendar))
                return;
            var condition = before.Tag is null ? WriteCondition.IfAbsent : WriteCondition.IfUnchanged(before.Tag);
            var content = JsonSerializer.SerializeToUtf8Bytes(after, PacingJson.Default.HostCalendar);
            if (await blobs.WriteAsync(name, content, condition, CancellationToken.None) is { } tag)
            {
                known = new(after, tag, time.GetUtcNow());
                return;
            }
            known = null;
            await Task.Delay(FirstPause * (Math.Pow(2, Math.Min(tries, MostDoublings)) * Random.Shared.NextDouble()), time);
        }
    }

    private async Task<Known> ReadAsync()
    {
        if (await blobs.ReadAsync(name, CancellationToken.None) is not { } blob)
            return new(new(), null, default);
        try
        {
            return new(JsonSerializer.Deserialize(blob.Content.Span, PacingJson.Default.HostCalendar) ?? new(), blob.Tag, default);
        }
        catch (JsonException damage)
        {
            await damaged.SetAsideAsync(blobs, name, blob.Content, damage.Message.ReplaceLineEndings(" "), CancellationToken.None);
            return new(new(), blob.Tag, default);
        }
    }

    private sealed record Known(HostCalendar Calendar, string? Tag, DateTimeOffset At);

    private abstract class Wish
    {
        public abstract HostCalendar Apply(HostCalendar calendar);

        public abstract void Grant();

        public abstract void Fail(Exception failure);
    }

    private sealed class Wish<T>(Func<HostCalendar, (HostCalendar After, T Answer)> change) : Wish
    {
        private readonly TaskCompletionSource<T> granted = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? answer;

        public Task<T> Answer => granted.Task;

        public override HostCalendar Apply(HostCalendar calendar)
        {
            (var after, answer) = change(calendar);
            return after;
        }

        public override void Grant() => granted.SetResult(answer!);

        public override void Fail(Exception failure) => granted.TrySetException(failure);
    }
}
