using System.Security.Cryptography;
using System.Text;

namespace NewsWatch;

/// <summary>UUIDs derived from names (RFC 9562, 5.5: version 5, SHA-1): the same name has the same UUID everywhere.</summary>
public static class DerivedUuid
{
    /// <summary>Namespace of everything NewsWatch names itself.</summary>
    public static Guid NewsWatch { get; } = Of(new("6ba7b812-9dad-11d1-80b4-00c04fd430c8"), "newswatch");

    /// <summary>The UUID of <paramref name="name"/> in a namespace.</summary>
    public static Guid Of(Guid space, string name)
    {
        // Not for security: the version is defined over SHA-1.
#pragma warning disable CA5350
        var hash = SHA1.HashData([.. space.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(name)]);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new(hash.AsSpan(0, 16), bigEndian: true);
    }
}
