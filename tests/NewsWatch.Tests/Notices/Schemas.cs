using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using NewsWatch.Notices.Channels.Webhook;

namespace NewsWatch.Tests.Notices;

/// <summary>
/// Validates messages; the schemas in the folder beside this file say what each receiver documents of its format and limits.
/// </summary>
internal static class Schemas
{
    private static readonly ConcurrentDictionary<string, JsonSchema> Known = new(StringComparer.Ordinal);

    /// <summary>What we publish of our own messages.</summary>
    public static JsonSchema Webhook { get; } = JsonSchema.FromText(Encoding.UTF8.GetString(WebhookSchema.Content));

    public static JsonSchema Read(string name) => Known.GetOrAdd(name, Load);

    private static JsonSchema Load(string name)
        => JsonSchema.FromText(
            File.ReadAllText(Path.Combine(RepositoryFolder.Path, "tests", "NewsWatch.Tests", "Notices", "Schemas", $"{name}.schema.json")));

    public static void Validate(JsonSchema schema, JsonNode message)
    {
        var result = schema.Evaluate(
            JsonSerializer.SerializeToElement(message),
                new EvaluationOptions { OutputFormat = OutputFormat.List, RequireFormatValidation = true });
        Assert.True(
            result.IsValid,
            string.Join('\n', (result.Details ?? []).Where(detail => detail.Errors is not null)
                .SelectMany(detail => detail.Errors!.Select(error => $"{detail.InstanceLocation}: {error.Value}"))));
    }

    /// <summary>Every text in a message, one a line.</summary>
    public static string Texts(JsonNode? node) => node switch
    {
        JsonObject group => string.Join('\n', group.Select(pair => Texts(pair.Value))),
        JsonArray list => string.Join('\n', list.Select(Texts)),
        JsonValue value => value.ToString(),
        _ => "",
    };
}
