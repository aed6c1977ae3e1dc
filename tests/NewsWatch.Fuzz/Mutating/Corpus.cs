namespace NewsWatch.Fuzz.Mutating;

/// <summary>Inputs kept as files, one folder a target; those that once broke a promise begin with <c>crash-</c> or <c>hang-</c>.</summary>
internal static class Corpus
{
    /// <summary>All inputs of a folder, in the order of their names.</summary>
    public static IReadOnlyList<byte[]> Of(string folder) => [.. FilesOf(folder).Select(File.ReadAllBytes)];

    /// <summary>The files of a folder, in the order of their names.</summary>
    public static IEnumerable<string> FilesOf(string folder) => Directory.GetFiles(folder).Order(StringComparer.Ordinal);
}
