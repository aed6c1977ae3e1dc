using System.Globalization;
using System.Text;

namespace NewsWatch.Functions.Tests.Packages;

/// <summary><c>docs/licences.md</c>: every package of which something is published.</summary>
internal static class LicencePage
{
    private const string Head = """
        # What others made

        Every package of which something is published, from the projects' lock files, with its licence by the [SPDX list](https://spdx.org/licenses/).
        This page is written by a test, which fails where a package ships that is not on it, or one without a licence that may ship:
        MIT, Apache-2.0, BSD, or MS-PL where Apache-2.0 may be chosen.

        The desk's pages, style and scripts are the project's own; nothing in them comes from elsewhere. A file for one platform holds .NET and
        ASP.NET Core too (MIT), in the version of the SDK that built it. The licences' texts are in the packages.

        `newswatch` is the command line, as a tool, a file or an image; *app* the function app's own process; *host* what it brings for the Functions host.

        | package | version | licence | newswatch | app | host |
        |---|---|---|---|---|---|

        """;

    /// <summary>The page.</summary>
    public static string Write()
    {
        var licences = new PackageLicences();
        List<(ShippedPackage Package, int Column)> shipped =
        [
            .. ShippedPackages.OfCommandLine().Select(package => (package, 0)),
            .. ShippedPackages.OfFunctionApp().Select(package => (package, 1)),
            .. ShippedPackages.OfFunctionsHost().Select(package => (package, 2)),
        ];
        var page = new StringBuilder(Head.ReplaceLineEndings("\n"));
        foreach (var package in shipped.GroupBy(row => row.Package, row => row.Column)
            .OrderBy(group => group.Key.Name, StringComparer.OrdinalIgnoreCase).ThenBy(group => group.Key.Version, StringComparer.Ordinal))
        {
            var columns = Enumerable.Range(0, 3).Select(column => package.Contains(column) ? "yes" : "");
            var licence = licences.Of(package.Key) ?? "**none that may ship**";
            page.Append(CultureInfo.InvariantCulture, $"| {package.Key.Name} | {package.Key.Version} | {licence} | {string.Join(" | ", columns)} |\n");
        }
        return page.ToString();
    }
}
