using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NewsWatch.ClassifyArticle.Weights;

/// <summary>What speaks for a choice, each observation by name. The same name is given once.</summary>
internal sealed class Features
{
    private readonly List<(string Name, double Value)> values = new(32);

    /// <summary>The observations, in order; none is 0.</summary>
    public IReadOnlyList<(string Name, double Value)> Values => values;

    /// <summary>As <see cref="Values"/>, where they stand.</summary>
    public ReadOnlySpan<(string Name, double Value)> Span => CollectionsMarshal.AsSpan(values);

    /// <summary>An empty list.</summary>
    /// <param name="into">One that was used and is emptied; null for a new one.</param>
    public static Features Empty(Features? into)
    {
        into?.Clear();
        return into ?? new();
    }

    /// <summary>Forgets them, for the next choice.</summary>
    public void Clear() => values.Clear();

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

    /// <summary>Notes that something holds; where it does not, its name is not even put together.</summary>
    public void When(bool holds, [InterpolatedStringHandlerArgument(nameof(holds))] FeatureName name)
    {
        if (holds)
            Add(name, 1);
    }

    /// <summary>Notes that something holds that several things may show.</summary>
    public void AddOnce(FeatureName name)
    {
        var text = FeatureName.Of(name);
        foreach (var (known, _) in values)
            if (known == text)
                return;
        Add(text, true);
    }
}
