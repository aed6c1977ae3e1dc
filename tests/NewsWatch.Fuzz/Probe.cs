namespace NewsWatch.Fuzz;

/// <summary>Gives inputs to a target and holds it to its time.</summary>
/// <param name="target">The target.</param>
/// <param name="slack">
/// How many times its bound it may take: more than once where other work on the same cores slows it down. What never ends, or grows with the
/// square of its input, takes far longer.
/// </param>
internal sealed class Probe(IFuzzTarget target, int slack = 1)
{
    private readonly TimeSpan bound = target.Bound * slack;

    /// <summary>The slowest input so far.</summary>
    public (TimeSpan Took, byte[] Input) Slowest { get; private set; }

    /// <summary>Reads an input.</summary>
    /// <exception cref="BrokenPromiseException">The target breaks a promise, or takes longer than it may.</exception>
    public void Read(byte[] input)
    {
        var took = Time(input);
        // The first reading may have been compiled or collected in its time.
        if (took > bound)
            took = Time(input);
        if (took > Slowest.Took)
            Slowest = (took, input);
        Promise.That(
            took <= bound || input.Length > target.Longest,
            $"{input.Length} bytes are read in {bound.TotalSeconds:0.0} s of processor time, not {took.TotalSeconds:0.0} s");
    }

    private TimeSpan Time(byte[] input)
    {
        var before = ThreadTime.Now;
        target.Read(input);
        return ThreadTime.Now - before;
    }
}
