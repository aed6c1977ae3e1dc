namespace NewsWatch.ClassifyArticle.Terms.Compiled;

/// <summary>
/// A run of plain values in memory that is never given back: a part of this assembly's own image, which the system reads from disk where it is
/// looked at and shares among processes.
/// </summary>
/// <typeparam name="T">A number, or a record of numbers.</typeparam>
internal readonly unsafe struct Table<T>
    where T : unmanaged
{
    private readonly T* start;

    /// <summary>A table of <paramref name="length"/> values from <paramref name="start"/> on.</summary>
    public Table(byte* start, int length)
    {
        this.start = (T*)start;
        Length = length;
    }

    /// <summary>How many values it has.</summary>
    public int Length { get; }

    /// <summary>One value.</summary>
    /// <exception cref="IndexOutOfRangeException">It has no such value.</exception>
    public ref readonly T this[int index] => ref All[index];

    /// <summary>All of it.</summary>
    public ReadOnlySpan<T> All => new(start, Length);
}
