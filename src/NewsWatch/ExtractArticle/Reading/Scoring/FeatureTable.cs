using System.Numerics;
using System.Runtime.CompilerServices;

namespace NewsWatch.ExtractArticle.Reading.Scoring;

/// <summary>One row a block, one column a <see cref="Feature"/>; columns lie in one piece so that trees read them eight at a time.</summary>
internal sealed class FeatureTable(int rows)
{
    /// <summary>Number of features.</summary>
    public static readonly int Width = Enum.GetValues<Feature>().Length;

    /// <summary>Number of features known on the first pass.</summary>
    public const int FirstPassWidth = (int)Feature.First;

    private readonly int stride = (rows + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
    private readonly float[] cells = new float[((rows + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count) * Width];

    /// <summary>Number of blocks.</summary>
    public int Rows => rows;

    /// <summary>A column, padded to whole vectors.</summary>
    public Span<float> this[Feature feature] => cells.AsSpan((int)feature * stride, stride);

    /// <summary>What a column says of as many rows as a vector holds.</summary>
    /// <param name="feature">Which column.</param>
    /// <param name="place">Of the vector among those of the column.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<float> Vectors(Feature feature, int place) => new(cells, ((int)feature * stride) + (place * Vector<float>.Count));

    public void Set(int row, Feature feature, float value) => cells[(int)feature * stride + row] = value;

    public void Set(int row, Feature feature, bool value) => cells[(int)feature * stride + row] = value ? 1 : 0;
}
