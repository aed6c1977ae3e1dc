using System.Text;

namespace NewsWatch.Storage;

/// <summary>What fits in a message.</summary>
public static class MessageBody
{
    /// <summary>Most bytes of a message in UTF-8: 48 KiB, which base64 turns into the 64 KiB that a storage queue takes.</summary>
    public const int MaxBytes = 48 * 1024;

    /// <summary>Checks the size of a message.</summary>
    /// <returns>The message.</returns>
    /// <exception cref="ArgumentException">It is too large.</exception>
    public static string Check(string body)
    {
        var bytes = Encoding.UTF8.GetByteCount(body);
        return bytes <= MaxBytes ? body : throw new ArgumentException(
            $"A message takes at most {MaxBytes} bytes, this one has {bytes}: send an id and store the rest.", nameof(body));
    }
}
