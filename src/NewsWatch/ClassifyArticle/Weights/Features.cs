namespace NewsWatch.ClassifyArticle.Weights;

/// <summary>What speaks for a choice, each observation by name. The same name is given once.</summary>
internal sealed class Features
{
    private readonly List<(string Name, double Value)> values = new(24);

    /// <summary>The observations, in order; none is 0.</summary>
    public IReadOnlyList<(string Name, double Value)> Values => values;

    /// <summary>Notes an observation; one of 0 says nothing.</summary>
    public void Add(string name, double value)
    {
        if (value != 0)
            values.Add((name, value));
    }

    /// <summary>Notes that something holds, or does not.</summary>
    public void Add(string name, bool holds) => Add(name, holds ? 1 : 0);

    /// <summary>As <see cref="Add(string, double)"/>, by a name that is put together: it is made once, however often it is observed.</summary>
    public void Add(FeatureName name, double value)
    {
        if (value != 0)
            values.Add((name.Text, value));
        name.Dispose();
    }

    /// <inheritdoc cref="Add(FeatureName, double)"/>
    public void Add(FeatureName name, bool holds) => Add(name, holds ? 1 : 0);
}
