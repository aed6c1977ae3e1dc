using System.Buffers;

namespace NewsWatch.Storage;

/// <summary>What a queue may be called: the rule of Azure's storage queues, which every store keeps.</summary>
public static class QueueName
{
    private static readonly SearchValues<char> Allowed = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    /// <summary>Checks a name: 3 to 63 lower-case letters, digits and single hyphens, beginning and ending with a letter or digit.</summary>
    /// <returns>The name.</returns>
    /// <exception cref="ArgumentException">It is not such a name.</exception>
    public static string Check(string name)
    {
        var valid = name.Length is >= 3 and <= 63
            && !name.AsSpan().ContainsAnyExcept(Allowed)
            && name[0] != '-' && name[^1] != '-'
            && !name.Contains("--", StringComparison.Ordinal);
        return valid ? name : throw new ArgumentException(
            $"'{name}' cannot name a queue: 3 to 63 lower-case letters, digits and single hyphens.", nameof(name));
    }
}
