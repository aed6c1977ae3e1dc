using System.Text;
using NewsWatch.Fetching;

namespace NewsWatch.Fuzz.Targets;

/// <summary>A body as sent, its Content-Encoding the input's first line, decompressed within bounds.</summary>
internal sealed class BodyTarget : IFuzzTarget
{
    private const int MostBytes = 1024 * 1024;

    public string Name => "body";

    public string? Dictionary => null;

    public void Read(byte[] input)
    {
        var end = Math.Max(0, input.AsSpan().IndexOf((byte)'\n'));
        using var content = new ByteArrayContent(input[Math.Min(end + 1, input.Length)..]);
        content.Headers.TryAddWithoutValidation("Content-Encoding", Encoding.Latin1.GetString(input.AsSpan(0, end)));
        try
        {
            var body = BoundedBody.ReadAsync(content, MostBytes, CancellationToken.None).GetAwaiter().GetResult();
            Promise.That(body.Bytes.Length <= MostBytes, $"a body has {MostBytes} bytes at most, not {body.Bytes.Length}");
        }
        catch (Exception told) when (told is InvalidDataException or IOException)
        {
            // As documented: an unknown or broken coding, a body that breaks off.
        }
    }
}
