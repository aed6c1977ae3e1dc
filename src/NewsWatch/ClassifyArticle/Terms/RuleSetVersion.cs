using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace NewsWatch.ClassifyArticle.Terms;

/// <summary>
/// Names the rules by what they are: the term files, and the source files of the engine, whose hashes the build writes into the assembly
/// (<c>NewsWatch.csproj</c>, target <c>FingerprintClassifier</c>). The same sources give the same version wherever they are built.
/// </summary>
internal static class RuleSetVersion
{
    /// <summary>Key of the assembly's metadata: <c>file=hash</c> of each source file, parted by semicolons, in any order.</summary>
    public const string MetadataKey = "NewsWatch.ClassifierSources";

    /// <summary>12 hexadecimal digits.</summary>
    public static string Of(Assembly assembly, IEnumerable<string> termFiles)
    {
        var sources = assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == MetadataKey).Value!;
        return Of(sources, termFiles.Select(name => (name, Read(assembly, name))));
    }

    /// <summary>The version of these sources and term files.</summary>
    internal static string Of(string sources, IEnumerable<(string Name, byte[] Content)> termFiles)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var source in sources.Split(';', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal))
            hash.AppendData(Encoding.UTF8.GetBytes(source + "\n"));
        foreach (var (_, content) in termFiles.OrderBy(file => file.Name, StringComparer.Ordinal))
            hash.AppendData(content);
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }

    private static byte[] Read(Assembly assembly, string resource)
    {
        using var stream = assembly.GetManifestResourceStream(resource)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
