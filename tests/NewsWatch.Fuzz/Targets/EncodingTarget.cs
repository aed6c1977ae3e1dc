using System.Text;
using NewsWatch.Text.Decoding;

namespace NewsWatch.Fuzz.Targets;

/// <summary>Bytes to text, by a charset that is the input's first line.</summary>
internal sealed class EncodingTarget : IFuzzTarget
{
    private const int LongestName = 4096;
    private const int MostCharactersPerByte = 4;

    public string Name => "encoding";

    public string Dictionary => "encoding";

    public void Read(byte[] input)
    {
        var end = Math.Max(0, input.AsSpan().IndexOf((byte)'\n'));
        var type = "text/html; charset=" + Encoding.Latin1.GetString(input.AsSpan(0, Math.Min(end, LongestName)));
        var body = input.AsSpan(Math.Min(end + 1, input.Length));
        var most = MostCharactersPerByte * body.Length + 1;
        Promise.Characters(BodyDecoder.Decode(body, type).Text, most, "the text of a feed");
        Promise.Characters(BodyDecoder.Decode(body, null).Text, most, "the text of a feed without header");
        Promise.Characters(PageDecoder.Decode(body, type), most, "the text of a page");
    }
}
