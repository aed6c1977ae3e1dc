namespace NewsWatch.Cli.Hosting;

/// <summary>Loops that stand or fall together.</summary>
internal static class Together
{
    /// <summary>Runs them until cancelled, or until one of them ends or fails: then all are cancelled, and waited for.</summary>
    /// <param name="loops">Begins the loops, which end where their token is cancelled.</param>
    /// <param name="stop">Ends them.</param>
    /// <exception cref="Exception">What one of them failed of.</exception>
    public static async Task RunAsync(Func<CancellationToken, IEnumerable<Task>> loops, CancellationToken stop)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var running = loops(end.Token).ToList();
        await Task.WhenAny(running);
        await end.CancelAsync();
        await Task.WhenAll(running);
    }
}
