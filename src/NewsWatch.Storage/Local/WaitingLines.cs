namespace NewsWatch.Storage.Local;

/// <summary>
/// Lines that wait to be appended to a blob while another append to it is under way: whoever comes next takes all of them, and they share its flush to
/// the disk.
/// </summary>
internal sealed class WaitingLines
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, List<WaitingLine>> waiting = new(StringComparer.Ordinal);

    /// <summary>A line begins to wait.</summary>
    public WaitingLine Add(string name, string text)
    {
        var line = new WaitingLine(text);
        lock (gate)
        {
            if (!waiting.TryGetValue(name, out var lines))
                waiting[name] = lines = [];
            lines.Add(line);
        }
        return line;
    }

    /// <summary>All lines that wait for a blob, in order; they wait no more.</summary>
    public IReadOnlyList<WaitingLine> Take(string name)
    {
        lock (gate)
            return waiting.Remove(name, out var lines) ? lines : [];
    }

    /// <summary>A line gives up; where another has taken it, nothing happens.</summary>
    public void Drop(string name, WaitingLine line)
    {
        lock (gate)
            if (waiting.TryGetValue(name, out var lines))
                lines.Remove(line);
    }
}

/// <summary>A line, and whether it is written.</summary>
internal sealed class WaitingLine(string text)
{
    private readonly TaskCompletionSource written = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Text => text;

    /// <summary>Ends once the line is on the disk, or with why it is not.</summary>
    public Task Written => written.Task;

    public void Tell() => written.TrySetResult();

    public void Refuse(Exception why) => written.TrySetException(why);
}
