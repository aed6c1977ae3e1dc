using System.CommandLine;

namespace NewsWatch.Cli.Commands;

/// <summary>What the verbs of <c>feeds</c> have in common.</summary>
internal static class FeedsOption
{
    /// <summary>Opens the workspace.</summary>
    public static Workspace Open(ParseResult parse) => Workspace.Open(parse);

    /// <summary>An http or https address as given; <c>https</c> where only a host and path are.</summary>
    /// <exception cref="UsageException">It is no such address.</exception>
    public static Uri Address(string text)
        => Uri.TryCreate(text.Contains("://", StringComparison.Ordinal) ? text : $"https://{text}", UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : throw new UsageException($"'{text}' is no http or https address. Give one such as https://example.org/news.");
}
