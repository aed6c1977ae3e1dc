namespace NewsWatch.Fuzz;

/// <summary>Gives inputs to a target and holds it to its time.</summary>
internal sealed class Probe(IFuzzTarget target)
{
    /// <summary>The slowest input so far.</summary>
    public (TimeSpan Took, byte[] Input) Slowest { get; private set; }

    /// <summary>Reads an input.</summary>
    /// <exception cref="BrokenPromiseException">The target breaks a promise, or takes longer than it may.</exception>
    public void Read(byte[] input)
    {
        var took = Time(input);
        // The first reading may have been compiled or collected in its time.
        if (took > target.Bound)
            took = Time(input);
        if (took > Slowest.Took)
            Slowest = (took, input);
        Promise.That(
            took <= target.Bound || input.Length > target.Longest,
            $"{input.Length} bytes are read in {target.Bound.TotalSeconds:0.0} s of processor time, not {took.TotalSeconds:0.0} s");
    }

    private TimeSpan Time(byte[] input)
    {
        var before = ThreadTime.Now;
        target.Read(input);
        return ThreadTime.Now - before;
    }
}
