using System.Text.RegularExpressions;
using NewsWatch.Fetching.Hops;

namespace NewsWatch.PollFeeds.Addresses;

/// <summary>
/// The ordinary page behind an AMP or mobile variant. Only forms that say by themselves that they are variants: AMP's customary
/// path and query marks, and hosts named <c>m.</c>, <c>mobile.</c> or <c>amp.</c>.
/// </summary>
internal static partial class AddressVariants
{
    private static readonly string[] Labels = ["m", "mobile", "amp", "touch"];

    /// <summary>The address without its variant's marks; the address itself where it has none.</summary>
    public static Uri Ordinary(Uri address)
    {
        var host = OrdinaryHost(HostName.Of(address));
        var path = OrdinaryPath(address.AbsolutePath);
        if (host == HostName.Of(address) && path == address.AbsolutePath)
            return address;
        return Uri.TryCreate(new UriBuilder(address) { Host = host, Path = path }.ToString(), UriKind.Absolute, out var ordinary) ? ordinary : address;
    }

    /// <summary>Whether a query parameter asks for the AMP or mobile variant.</summary>
    public static bool IsMark(ReadOnlySpan<char> name, ReadOnlySpan<char> value)
        => (name.Equals("amp", StringComparison.OrdinalIgnoreCase) && value is "" or "1" or "true")
        || (name.Equals("outputType", StringComparison.OrdinalIgnoreCase) && value.StartsWith("amp", StringComparison.OrdinalIgnoreCase))
        || (name.Equals("amp_js_v", StringComparison.OrdinalIgnoreCase) || name.Equals("amp_gsa", StringComparison.OrdinalIgnoreCase) || name.Equals("usqp", StringComparison.OrdinalIgnoreCase))
        || (name.Equals("m", StringComparison.OrdinalIgnoreCase) && value is "1")
        || (name.Equals("view", StringComparison.OrdinalIgnoreCase) && value is "mobile");

    private static string OrdinaryHost(string host)
    {
        var labels = host.Split('.');
        if (labels.Length < 3 || labels[^1].All(char.IsAsciiDigit))
            return host;
        if (Labels.Contains(labels[0]))
            return $"www.{string.Join('.', labels.Skip(1).SkipWhile(label => label == "www"))}";
        return labels.Length > 3 && labels[1] == "m" ? string.Join('.', labels.Where((_, index) => index != 1)) : host;
    }

    private static string OrdinaryPath(string path)
    {
        var marked = AmpSuffix().Match(path);
        if (marked.Success && marked.Index > 0)
            return path[..marked.Index] + (marked.Groups["slash"].Success ? "/" : "");
        var file = AmpFile().Match(path);
        return file.Success ? path[..file.Index] + file.Groups["rest"].Value : path;
    }

    [GeneratedRegex("/amp(?<slash>/)?$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex AmpSuffix();

    [GeneratedRegex(@"\.amp(?<rest>\.html?)?$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex AmpFile();
}
