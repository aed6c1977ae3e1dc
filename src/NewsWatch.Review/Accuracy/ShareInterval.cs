namespace NewsWatch.Review.Accuracy;

/// <summary>
/// The range that holds the true share in 95 of 100 counts like this one: the score interval of Wilson (1927), which stays sound for few
/// counts and for shares near none or all.
/// </summary>
/// <param name="Low">Its lower end, 0 to 1.</param>
/// <param name="High">Its upper end, 0 to 1.</param>
public sealed record ShareInterval(double Low, double High)
{
    // The normal deviate that leaves out 2.5 in 100 on either side.
    private const double Z = 1.959963985;

    /// <summary>The interval of a share.</summary>
    /// <param name="hits">How many were so, 0 to <paramref name="all"/>.</param>
    /// <param name="all">How many there were, 1 at least.</param>
    public static ShareInterval Of(int hits, int all)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(all, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(hits, all);
        var share = (double)hits / all;
        var middle = share + (Z * Z / (2 * all));
        var reach = Z * Math.Sqrt((share * (1 - share) / all) + (Z * Z / (4.0 * all * all)));
        var whole = 1 + (Z * Z / all);
        return new(Math.Max(0, (middle - reach) / whole), Math.Min(1, (middle + reach) / whole));
    }
}
