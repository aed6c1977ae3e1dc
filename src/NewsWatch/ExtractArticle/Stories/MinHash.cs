using System.Buffers.Binary;
using System.Numerics;

namespace NewsWatch.ExtractArticle.Stories;

/// <summary>
/// A text's signature: the least hash of its shingles under each of 120 permutations, 16 bits of each (Broder 1997; Li and König 2010,
/// "b-Bit Minwise Hashing"). The share of equal places estimates the share of shingles two texts have in common, with a standard error
/// of at most 0.046.
/// </summary>
internal sealed class MinHash
{
    /// <summary>Places of a signature.</summary>
    public const int Places = 120;

    /// <summary>Fewer shingles than this say too little to compare.</summary>
    public const int FewestShingles = 30;

    private const double NearAlike = 0.5;
    private const double NearlyContained = 0.8;
    private const double LeastAlikeToContain = 0.15;

    /// <summary>What makes each place another permutation; filled up to whole vectors, of which the last places do not count.</summary>
    private static readonly ulong[] Bits =
        [.. Enumerable.Range(0, (Places + Vector<ulong>.Count - 1) / Vector<ulong>.Count * Vector<ulong>.Count).Select(place => Shingles.Mix((ulong)place))];

    private readonly ushort[] places;

    private MinHash(ushort[] places, int shingles) => (this.places, ShingleCount) = (places, shingles);

    /// <summary>Shingles the text had.</summary>
    public int ShingleCount { get; }

    /// <summary>Signature of a text; null where it has too few shingles.</summary>
    public static MinHash? Of(string text)
    {
        var shingles = Shingles.Of(text);
        if (shingles.Length < FewestShingles)
            return null;
        // Each place's permutation is the shingle mixed under the place's own bits; as many places at a time as the processor takes.
        var least = new ulong[Bits.Length];
        for (var at = 0; at < least.Length; at += Vector<ulong>.Count)
            Least(shingles, new Vector<ulong>(Bits, at)).CopyTo(least, at);
        return new([.. least.Take(Places).Select(value => (ushort)value)], shingles.Length);
    }

    private static Vector<ulong> Least(ReadOnlySpan<ulong> shingles, Vector<ulong> bits)
    {
        var least = new Vector<ulong>(ulong.MaxValue);
        foreach (var shingle in shingles)
            least = Vector.Min(least, Shingles.Mix(bits ^ new Vector<ulong>(shingle)));
        return least;
    }

    /// <summary>Reads what <see cref="ToString"/> wrote; null for null and for anything else.</summary>
    public static MinHash? Parse(string? text)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int) + (Places * sizeof(ushort))];
        if (text is null || !Convert.TryFromBase64String(text, bytes, out var written) || written != bytes.Length)
            return null;
        var count = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        var places = new ushort[Places];
        for (var place = 0; place < Places; place++)
            places[place] = BinaryPrimitives.ReadUInt16LittleEndian(bytes[(sizeof(int) + (place * sizeof(ushort)))..]);
        return new(places, count);
    }

    /// <summary>Estimated share of shingles in common, of all that either has; 0 to 1.</summary>
    public double Resemblance(MinHash other)
    {
        // Every text is compared with all of the last days: as many places at a time as the processor takes.
        var (equal, at) = (0, 0);
        for (; at <= Places - Vector<ushort>.Count; at += Vector<ushort>.Count)
            equal -= (short)Vector.Sum(Vector.Equals(new Vector<ushort>(places, at), new Vector<ushort>(other.places, at)));
        for (; at < Places; at++)
            equal += places[at] == other.places[at] ? 1 : 0;
        return (double)equal / Places;
    }

    /// <summary>True for texts that are at least half the same, and for one of which the other holds nearly all, as an outlet that cuts agency copy does.</summary>
    public bool IsNear(MinHash other)
    {
        var alike = Resemblance(other);
        if (alike >= NearAlike)
            return true;
        var common = alike / (1 + alike) * (ShingleCount + other.ShingleCount);
        return alike >= LeastAlikeToContain && common / Math.Min(ShingleCount, other.ShingleCount) >= NearlyContained;
    }

    /// <summary>Count and places in base 64: 328 characters.</summary>
    public override string ToString()
    {
        var bytes = new byte[sizeof(int) + (Places * sizeof(ushort))];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, ShingleCount);
        for (var place = 0; place < Places; place++)
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(sizeof(int) + (place * sizeof(ushort))), places[place]);
        return Convert.ToBase64String(bytes);
    }
}
