namespace NewsWatch.Text;

/// <summary>Reading that ends after a time, by itself: what reads looks at the token it is given.</summary>
internal static class TimeBound
{
    /// <summary>What was read, or what stands for it where that took too long.</summary>
    /// <param name="most">Longest time.</param>
    /// <param name="clock">Measures it.</param>
    /// <param name="read">Reads, until its token is cancelled.</param>
    /// <param name="tooLong">Made of one line that says how long was too long.</param>
    /// <param name="cancellation">Stops reading for a reason of the caller's.</param>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public static T Read<T>(
        TimeSpan most, TimeProvider clock, Func<CancellationToken, T> read, Func<string, T> tooLong, CancellationToken cancellation)
    {
        using var deadline = new CancellationTokenSource(most, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);
        try
        {
            return read(either.Token);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            return tooLong(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"reading it takes longer than {most.TotalSeconds:0} s"));
        }
    }
}
