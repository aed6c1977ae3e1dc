using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace NewsWatch.ClassifyArticle.Terms.Compiled;

/// <summary>
/// Writes tables one after another in the form that <see cref="TableReader"/> maps: a mark with the number of the form, the version of the sources,
/// then each table with its length before it, on a boundary of eight bytes. Numbers stand as the processors this runs on keep them, low byte first.
/// </summary>
internal sealed class TableWriter
{
    /// <summary>First bytes of the file; another form gets another number.</summary>
    public static ReadOnlySpan<byte> Mark => "NWLEX 01"u8;

    /// <summary>Characters of the version.</summary>
    public const int VersionLength = 12;

    private const int Boundary = 8;

    private readonly ArrayBufferWriter<byte> written = new();

    /// <summary>Begins a file.</summary>
    /// <param name="version">Version of the sources: twelve ASCII characters.</param>
    public TableWriter(string version)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(version.Length, VersionLength);
        written.Write(Mark);
        written.Write(Encoding.ASCII.GetBytes(version));
        Pad();
    }

    /// <summary>Adds a table.</summary>
    public void Add<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        Span<byte> length = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(length, values.Length);
        written.Write(length);
        written.Write(MemoryMarshal.AsBytes(values));
        Pad();
    }

    /// <summary>The file.</summary>
    public byte[] ToArray() => written.WrittenSpan.ToArray();

    private void Pad() => written.Write(stackalloc byte[(int)(-written.WrittenCount & (Boundary - 1))]);
}
