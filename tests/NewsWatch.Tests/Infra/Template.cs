using System.Text.Json;

namespace NewsWatch.Tests.Infra;

/// <summary>A compiled template, or a module's.</summary>
internal sealed class Template(JsonElement root)
{
    /// <summary>The whole as text.</summary>
    public string Text => root.GetRawText();

    /// <summary>What <c>main.bicep</c> compiles to.</summary>
    public static async Task<Template> MainAsync()
    {
        using var main = JsonDocument.Parse((await Bicep.Main).Output);
        return new(main.RootElement.Clone());
    }

    /// <summary>A module of <c>main.bicep</c>, by the name it has there.</summary>
    public static async Task<Template> ModuleAsync(string name) => (await MainAsync()).Module(name);

    /// <summary>The template of a module of this one.</summary>
    public Template Module(string name)
        => new(root.GetProperty("resources").GetProperty(name).GetProperty("properties").GetProperty("template"));

    /// <summary>What a module is given for a parameter, as compiled.</summary>
    public string Given(string module, string parameter)
    {
        var given = root.GetProperty("resources").GetProperty(module).GetProperty("properties").GetProperty("parameters").GetProperty(parameter);
        return (given.ValueKind == JsonValueKind.String ? given : given.GetProperty("value")).GetString()!;
    }

    /// <summary>The value of a variable.</summary>
    public JsonElement Variable(string name) => root.GetProperty("variables").GetProperty(name);

    /// <summary>Names and definitions of the parameters.</summary>
    public IEnumerable<JsonProperty> Parameters => root.GetProperty("parameters").EnumerateObject();

    /// <summary>The resources; templates list them by name or in a row.</summary>
    public IEnumerable<JsonElement> Resources
    {
        get
        {
            var resources = root.GetProperty("resources");
            return resources.ValueKind == JsonValueKind.Object
                ? resources.EnumerateObject().Select(item => item.Value)
                : resources.EnumerateArray();
        }
    }

    /// <summary>The resources of a type that the template makes; those it only refers to are left out.</summary>
    public IReadOnlyList<JsonElement> All(string type)
        => [.. Resources.Where(resource => resource.GetProperty("type").GetString() == type
            && !(resource.TryGetProperty("existing", out var existing) && existing.GetBoolean()))];

    /// <summary>The properties of the one resource of a type.</summary>
    public JsonElement Properties(string type) => Assert.Single(All(type)).GetProperty("properties");
}
