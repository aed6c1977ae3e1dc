using System.Text.Json;

namespace NewsWatch.Cli.Commands;

/// <summary>States by the names they are stored under.</summary>
internal static class StateNames
{
    public static string Of(ArticleState state) => JsonSerializer.SerializeToElement(state, CliJson.Default.ArticleState).GetString()!;
}
