using System.Globalization;

namespace NewsWatch.Review.Layout;

/// <summary>Numbers for drawings.</summary>
internal static class Svg
{
    /// <summary>A length or place, to a tenth.</summary>
    public static string N(double value) => Math.Round(value, 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>A count with its thousands set apart.</summary>
    public static string Count(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
