namespace NewsWatch.Text.Decoding;

/// <summary>
/// How well a sign fits text in the script of a code page: 1 for a common one, less for a rare one, below 0 for one that does not occur.
/// </summary>
internal static class ScriptWeights
{
    public static double Weigh(char sign, char before, int page) => page switch
    {
        932 or 51932 => Japanese(sign),
        949 => sign is >= '가' and <= '힣' ? 1 : Ideograph(sign, 0.2),
        54936 or 950 => Ideograph(sign, page == 950 ? 0.84 : 0.85),
        1251 or 20866 => Letter(sign, before, 'Ѐ', 'ӿ'),
        1253 => Letter(sign, before, 'Ͱ', 'Ͽ'),
        1255 => Letter(sign, before, '֐', '׿'),
        1256 => Letter(sign, before, '؀', 'ۿ') - 0.15,
        874 => sign is >= 'ก' and <= '๛' ? 0.8 : -1,
        _ => 0,
    };

    private static double Japanese(char sign) => sign switch
    {
        // What .NET's decoder puts where EUC-JP makes no sense.
        '・' => -1,
        >= 'ぁ' and <= 'ヿ' => 1.2,
        >= '｡' and <= 'ﾟ' => -0.5,
        _ => Ideograph(sign, 0.7),
    };

    private static double Ideograph(char sign, double weight) => sign switch
    {
        >= '一' and <= '鿿' => weight,
        >= '　' and <= '〿' or >= '！' and <= '～' => 1,
        _ => -1,
    };

    // Words are written small after their first letter: what reads as the reverse is another code page of the same script.
    private static double Letter(char sign, char before, char first, char last)
    {
        if (sign < first || sign > last) return char.IsPunctuation(sign) || sign is '\u00A0' ? 0.3 : -1;
        if (!char.IsLetter(sign)) return 0;
        var inWord = char.IsLetter(before);
        return !char.IsUpper(sign) ? 1 : inWord ? -0.5 : 0.8;
    }
}
