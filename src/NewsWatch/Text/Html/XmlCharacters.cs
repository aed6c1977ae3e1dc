namespace NewsWatch.Text.Html;

/// <summary>Which characters XML 1.0 allows (production 2).</summary>
internal static class XmlCharacters
{
    /// <summary>The forbidden characters that can occur in decoded text; unpaired surrogates are none of them.</summary>
    public const string Forbidden =
        "\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000B\u000C\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F\uFFFE\uFFFF";

    public static bool Allows(int code) => code switch
    {
        '\t' or '\n' or '\r' => true,
        < 0x20 or 0xFFFE or 0xFFFF or > 0x10FFFF => false,
        >= 0xD800 and <= 0xDFFF => false,
        _ => true,
    };
}
