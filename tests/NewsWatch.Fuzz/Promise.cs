using System.Text;

namespace NewsWatch.Fuzz;

/// <summary>What readers promise of what they give, in words that several share.</summary>
internal static class Promise
{
    /// <summary>States one.</summary>
    public static void That(bool holds, string promise)
    {
        if (!holds)
            throw new BrokenPromiseException(promise);
    }

    /// <summary>Text on one line: well-formed, without control characters, not longer than it may be. Null promises nothing.</summary>
    public static void Line(string? text, int most, string what)
    {
        Characters(text, most, what);
        That(text is null || !text.Any(char.IsControl), $"{what} has no control characters: {Shown(text)}");
    }

    /// <summary>Text of several lines: well-formed, with no control characters but line breaks and tabs.</summary>
    public static void Text(string? text, int most, string what)
    {
        Characters(text, most, what);
        That(
            text is null || !text.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\t')),
            $"{what} has no control characters but breaks of lines: {Shown(text)}");
    }

    /// <summary>Well-formed UTF-16 that is not longer than it may be.</summary>
    public static void Characters(string? text, int most, string what)
    {
        if (text is null)
            return;
        That(text.Length <= most, $"{what} has {most} characters at most, not {text.Length}");
        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            That(
                Rune.DecodeFromUtf16(rest, out _, out var length) == System.Buffers.OperationStatus.Done,
                $"{what} has no half of a character, as at {text.Length - rest.Length} of {text.Length}");
            rest = rest[length..];
        }
    }

    /// <summary>An address of the web.</summary>
    public static void Web(Uri? address, string what)
        => That(address is null or { IsAbsoluteUri: true, Scheme: "http" or "https", Host.Length: > 0 }, $"{what} is an http or https address: {address}");

    private static string Shown(string? text)
    {
        var at = (text ?? "").AsSpan().IndexOfAnyExceptInRange(' ', '~');
        return at < 0 ? "" : $"U+{(int)text![at]:X4} at {at}";
    }
}
