using System.Text;
using System.Text.Json;

namespace NewsWatch.Tests.Docs;

/// <summary>Writes <c>docs/api.md</c> out of the OpenAPI document that the desk serves.</summary>
internal sealed class ApiReference(JsonElement document)
{
    private const string Beginning = """
        # The HTTP API

        The desk serves what it shows as JSON under `/api`, described at `/openapi.json` (OpenAPI 3.1), from which this page is written. The addresses
        below are those of a desk on your machine.

            curl http://127.0.0.1:8420/api/agreements?party=JP
            curl -H 'Content-Type: application/json' -d '{"verdict": "dismiss", "reason": "A visit only."}' \
                http://127.0.0.1:8420/api/articles/ID/decisions

        **Who asks.** On the machine itself nobody signs in. Elsewhere a program sends the key of `NewsWatch:Review:Key` as `Authorization: Bearer KEY`; on Azure
        App Service Authentication asks first. Readers may ask, analysts may decide.

        **Answers** carry an `ETag`; send it back as `If-None-Match` and what has not changed is a 304 without a body. Long lists give a part, how
        many there are in all (`total`), and the address of what comes next (`next`).

        **Refusals** are problem details (RFC 9457): 400 for a body that is not the JSON asked for, 401 and 403 for who may not, 404 where there is nothing,
        409 for what must be asked for once more, 422 for what cannot be done, each with the reason in `detail`.

        | call | does |
        |---|---|

        """;

    private readonly StringBuilder page = new(Beginning);

    /// <summary>The page.</summary>
    public string Write()
    {
        var calls = document.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Where(call => call.Value.TryGetProperty("summary", out _))
                .Select(call => (Name: $"{call.Name.ToUpperInvariant()} {path.Name}", Call: call.Value)))
            .OrderBy(call => call.Name[call.Name.IndexOf(' ', StringComparison.Ordinal)..], StringComparer.Ordinal)
            .ThenBy(call => call.Name, StringComparer.Ordinal).ToList();
        foreach (var (name, call) in calls)
            Line($"| `{name}` | {call.GetProperty("summary").GetString()} |");
        foreach (var (name, call) in calls)
            Call(name, call);
        Line("\n## Shapes\n\nA `?` marks what may be missing or null.");
        foreach (var shape in document.GetProperty("components").GetProperty("schemas").EnumerateObject().OrderBy(shape => shape.Name, StringComparer.Ordinal))
            Shape(shape.Name, shape.Value);
        return page.ToString();
    }

    private void Call(string name, JsonElement call)
    {
        Line($"\n### {name}\n\n{call.GetProperty("summary").GetString()}.{Answer(call)}");
        var parameters = call.TryGetProperty("parameters", out var all) ? all.EnumerateArray().ToList() : [];
        if (parameters.Count > 0)
            Line("\n| parameter | meaning |\n|---|---|");
        foreach (var parameter in parameters)
            Line($"| `{parameter.GetProperty("name").GetString()}` | {Text(parameter, "description") ?? "part of the address"} |");
        if (call.TryGetProperty("requestBody", out var body))
            Line($"\nBody: {Type(Json(body.GetProperty("content")))}.");
    }

    private static string Answer(JsonElement call)
        => call.GetProperty("responses").TryGetProperty("200", out var answer) && answer.TryGetProperty("content", out var content)
            ? $" Answers {Type(Json(content))}."
            : "";

    private void Shape(string name, JsonElement shape)
    {
        Line($"\n### {name}\n");
        if (!shape.TryGetProperty("properties", out var properties))
        {
            Line($"{Type(shape)}.");
            return;
        }
        if (Text(shape, "description") is { } description)
            Line($"{Plain(description)}\n");
        Line("| field | value | meaning |\n|---|---|---|");
        foreach (var property in properties.EnumerateObject())
            Line($"| `{property.Name}` | {Type(property.Value)} | {Plain(Text(property.Value, "description") ?? "")} |");
    }

    private static string Type(JsonElement schema)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            var name = reference.GetString()!.Split('/')[^1];
            return $"[{name}](#{name.ToLowerInvariant()})";
        }
        if (schema.TryGetProperty("oneOf", out var choice))
        {
            var others = choice.EnumerateArray().Where(one => Text(one, "type") != "null").Select(Type);
            return string.Join(" or ", others) + (choice.EnumerateArray().Any(one => Text(one, "type") == "null") ? "?" : "");
        }
        if (schema.TryGetProperty("enum", out var words))
            return string.Join(", ", words.EnumerateArray().Where(word => word.ValueKind == JsonValueKind.String).Select(word => $"`{word.GetString()}`"));
        var (types, maybe) = Types(schema);
        return types switch
        {
            "array" => $"list of {Type(schema.GetProperty("items"))}",
            "object" when schema.TryGetProperty("additionalProperties", out var value) => $"{Type(value)} by name",
            _ => Text(schema, "format") is { } format ? $"{types} ({format})" : types,
        } + (maybe ? "?" : "");
    }

    private static (string Types, bool MayBeNull) Types(JsonElement schema)
    {
        if (!schema.TryGetProperty("type", out var type))
            return ("anything", false);
        var all = type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(one => one.GetString()!).ToList() : [type.GetString()!];
        return (string.Join(" or ", all.Where(one => one != "null")), all.Contains("null"));
    }

    private static JsonElement Json(JsonElement content) => content.EnumerateObject().First().Value.GetProperty("schema");

    private static string? Text(JsonElement element, string name)
        => element.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;

    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace("|", "\\|", StringComparison.Ordinal);

    private void Line(string line) => page.Append(line).Append('\n');
}
