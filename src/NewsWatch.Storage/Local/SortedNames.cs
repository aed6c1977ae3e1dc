using System.Buffers;
using System.Text;

namespace NewsWatch.Storage.Local;

/// <summary>Names in ordinal order: a million of them are kept as their bytes in one piece, a third of what as many texts take.</summary>
internal sealed class SortedNames
{
    private readonly ArrayBufferWriter<byte> bytes = new();
    private readonly List<(int Start, int Length)> places = [];

    /// <summary>Takes one in.</summary>
    public void Add(string name) => places.Add((bytes.WrittenCount, (int)Encoding.UTF8.GetBytes(name, bytes)));

    /// <summary>All that were taken in, each made a text when it is asked for.</summary>
    public IEnumerable<string> All()
    {
        places.Sort((one, other) => Bytes(one).SequenceCompareTo(Bytes(other)));
        return places.Select(place => Encoding.UTF8.GetString(Bytes(place)));
    }

    private ReadOnlySpan<byte> Bytes((int Start, int Length) place) => bytes.WrittenSpan.Slice(place.Start, place.Length);
}
