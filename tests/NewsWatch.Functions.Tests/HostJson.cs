using System.Text.Json;
using NewsWatch.Functions.Tests.Host;

namespace NewsWatch.Functions.Tests;

/// <summary>The <c>host.json</c> that is published with the app.</summary>
internal static class HostJson
{
    public static JsonElement Read(params string[] path)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(PublishedApp.Folder, "host.json")));
        return path.Aggregate(file.RootElement, (element, name) => element.GetProperty(name)).Clone();
    }
}
