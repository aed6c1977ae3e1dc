using System.Text.Json.Serialization;

namespace NewsWatch.Cli.Commands;

/// <summary>Names of enumerated values as they are stored.</summary>
[JsonSerializable(typeof(ArticleState))]
internal sealed partial class CliJson : JsonSerializerContext;
