namespace NewsWatch.Tests.ExtractArticle.Doubles;

/// <summary>Ends the work before the step with the number set, as a killed process would; counts the steps.</summary>
internal sealed class Crashes
{
    private int step;

    /// <summary>The step, from 1, before which everything ends; 0 for none.</summary>
    public int Before { get; set; }

    /// <summary>Starts to count anew.</summary>
    public void Restart(int before) => (step, Before) = (0, before);

    /// <summary>True where the step to be killed before has come.</summary>
    public bool Came => Before > 0 && step >= Before;

    public void Step()
    {
        if (Interlocked.Increment(ref step) == Before)
            throw new CrashException();
    }
}

internal sealed class CrashException() : Exception("killed here");
