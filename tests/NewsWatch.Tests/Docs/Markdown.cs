using System.Text.RegularExpressions;

namespace NewsWatch.Tests.Docs;

/// <summary>The pages of the checkout, and what stands in them.</summary>
internal static partial class Markdown
{
    private static readonly string[] Skipped = ["bin", "obj", "node_modules", "artifacts", "TestResults", ".git", ".azurite"];

    /// <summary>Paths of all pages, from the checkout's root.</summary>
    public static IEnumerable<string> Pages() => Pages(RepositoryFolder.Path).Select(page => Path.GetRelativePath(RepositoryFolder.Path, page));

    /// <summary>The lines of every fenced block in a language, with the number of each.</summary>
    public static IEnumerable<(int Line, string Text)> Fenced(string page, string language)
    {
        var within = false;
        foreach (var (index, line) in File.ReadLines(Path.Combine(RepositoryFolder.Path, page)).Index())
            if (line.TrimStart().StartsWith("```", StringComparison.Ordinal))
                within = !within && line.Trim() == "```" + language;
            else if (within)
                yield return (index + 1, line);
    }

    /// <summary>Where a page's links and pictures lead, as written.</summary>
    public static IEnumerable<string> Links(string text)
        => Link().Matches(Code().Replace(text, "")).Select(match => match.Groups[1].Value)
            .Concat(Source().Matches(text).Select(match => match.Groups[1].Value));

    /// <summary>Names of a page's headings as links write them: lower case, hyphens for spaces, no other marks.</summary>
    public static IEnumerable<string> Anchors(string text) => Heading().Matches(text)
        .Select(match => string.Concat(match.Groups[1].Value.ToLowerInvariant().Where(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '-' or '_'))
            .Replace(' ', '-'));

    private static IEnumerable<string> Pages(string folder) => Directory.EnumerateFiles(folder, "*.md")
        .Concat(Directory.EnumerateDirectories(folder).Where(below => !Skipped.Contains(Path.GetFileName(below))).SelectMany(Pages));

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"<(?:img|source)[^>]*\bsrc(?:set)?=""([^""]+)""")]
    private static partial Regex Source();

    [GeneratedRegex(@"^#+ +(.+?) *$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^```.*?^```|`[^`\n]*`", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Code();
}
