using System.Buffers.Binary;
using System.Reflection;
using System.Text;

namespace NewsWatch.ClassifyArticle.Terms.Compiled;

/// <summary>Hands out the tables of a file in the order they were written, without copying them; see <see cref="TableWriter"/>.</summary>
internal sealed unsafe class TableReader
{
    private readonly byte* start;
    private readonly long length;
    private long at;

    private TableReader(byte* start, long length)
    {
        this.start = start;
        this.length = length;
        if (length < TableWriter.Mark.Length || !Take(TableWriter.Mark.Length).SequenceEqual(TableWriter.Mark))
            throw new InvalidDataException("The compiled terms are of another form than this program reads: build it anew.");
        Version = Encoding.ASCII.GetString(Take(TableWriter.VersionLength));
        Pad();
    }

    /// <summary>Version of the sources.</summary>
    public string Version { get; }

    /// <summary>A file that is part of an assembly: the pages of its image are the tables.</summary>
    /// <exception cref="InvalidOperationException">The assembly has no such resource, or keeps resources apart from its image.</exception>
    public static TableReader Of(Assembly assembly, string resource)
        => assembly.GetManifestResourceStream(resource) is UnmanagedMemoryStream mapped
            ? new(mapped.PositionPointer, mapped.Length)
            : throw new InvalidOperationException($"The assembly lacks {resource}.");

    /// <summary>A file just made; it stays in memory.</summary>
    public static TableReader Of(ReadOnlySpan<byte> file)
    {
        var kept = (byte*)System.Runtime.InteropServices.NativeMemory.Alloc((nuint)file.Length);
        file.CopyTo(new(kept, file.Length));
        return new(kept, file.Length);
    }

    /// <summary>The next table.</summary>
    public Table<T> Next<T>()
        where T : unmanaged
    {
        var values = checked((int)BinaryPrimitives.ReadInt64LittleEndian(Take(sizeof(long))));
        var table = new Table<T>(start + at, values);
        Take(checked(values * sizeof(T)));
        Pad();
        return table;
    }

    private ReadOnlySpan<byte> Take(int bytes)
    {
        if (bytes < 0 || length - at < bytes)
            throw new InvalidDataException("The compiled terms end early: build the program anew.");
        var taken = new ReadOnlySpan<byte>(start + at, bytes);
        at += bytes;
        return taken;
    }

    private void Pad() => at = (at + 7) & ~7L;
}
