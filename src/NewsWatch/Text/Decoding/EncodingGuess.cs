using System.Text;

namespace NewsWatch.Text.Decoding;

/// <summary>
/// Which encoding bytes without a usable name are in. Only the ones that show themselves are told apart: the East Asian encodings by being
/// valid throughout and mostly made of common signs, the Cyrillic, Greek, Hebrew and Thai ones by words that consist of letters beyond
/// ASCII.
/// </summary>
internal static class EncodingGuess
{
    private const int Sample = 64 * 1024;

    // Bytes with the space after them.
    private const double ShortestRun = 3;
    private const double LeastLikeness = 0.6;

    private static readonly int[] EastAsian = [51932, 932, 949, 54936, 950];
    private static readonly int[] SingleByte = [1251, 20866, 1253, 1255, 1256, 874];

    /// <summary>Null where it looks Western or like nothing at all.</summary>
    public static Encoding? Of(ReadOnlySpan<byte> body)
    {
        var sample = HighRuns(body[..Math.Min(body.Length, Sample)], out var runs);
        // Western words have an accented letter at a time, words of other scripts have nothing else.
        if (sample.Length < runs * ShortestRun) return null;
        Encoding? best = null;
        var most = LeastLikeness;
        foreach (var page in EastAsian.Concat(SingleByte))
        {
            var encoding = EncodingNames.Get(page);
            var score = Likeness(encoding.GetString(sample), page);
            if (score <= most) continue;
            most = score;
            best = encoding;
        }
        return best;
    }

    // The stretches of two bytes and more that are not plain ASCII text, each with the byte after it (the second of a pair may be ASCII).
    private static byte[] HighRuns(ReadOnlySpan<byte> body, out int count)
    {
        count = 1;
        List<byte> runs = [];
        for (var at = 0; at < body.Length; at++)
        {
            if (body[at] < 0x80) continue;
            var start = at;
            while (at < body.Length && (body[at] >= 0x80 || (body[at - 1] >= 0x80 && (at - start) % 2 == 1 && body[at] >= 0x40))) at++;
            runs.AddRange(body[start..at]);
            runs.Add((byte)' ');
            count++;
        }
        return [.. runs];
    }

    private static double Likeness(string text, int page)
    {
        double points = 0;
        var signs = 0;
        var before = ' ';
        foreach (var sign in text)
        {
            if (sign == ' ' || char.IsAscii(sign))
            {
                before = sign;
                continue;
            }
            signs++;
            points += ScriptWeights.Weigh(sign, before, page);
            before = sign;
        }
        return signs == 0 ? 0 : points / signs;
    }
}
